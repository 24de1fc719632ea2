import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { IssuedTask } from '#shared/ipc/office-views.ts';
import { packageExtensions } from '#shared/packages/package-kind.ts';
import type { Round } from '#shared/round/round.ts';
import { signHead } from '../audit/sign-head.ts';
import { attemptFile } from '../base/attempt-file.ts';
import { makeFileName } from '../base/file-names.ts';
import { loadCandidates } from '../candidates/list-candidates.ts';
import { loadExperts } from '../experts/list-experts.ts';
import { loadRound } from '../round/load-round.ts';
import { authorise } from '../workspace/authorise.ts';
import { describeOffice } from '../workspace/describe-office.ts';
import type { UnlockedWorkspace } from '../workspace/workspace.ts';
import { recordTask } from './record-task.ts';
import { measureDossiers, sealOne } from './seal-one.ts';
import { forExpert, type PlannedTask } from './task-body.ts';

export type ReissueInput = { readonly roundId: string; readonly expertId: string; readonly folder: string };

type LastRow = { statement: string; seq: number; candidates: string };

/**
 * 重新下发: seals an expert's task anew, with the same candidates and a new activation code, for example after his laptop
 * was lost. It takes the place of the one before: results that answer the old one are no longer taken.
 */
export async function reissueTask(workspace: UnlockedWorkspace, input: ReissueInput): Promise<Result<IssuedTask>> {
  const allowed = authorise(workspace, 'issue');
  if (!allowed.ok) return allowed;
  const found = findTask(workspace, input);
  if (!found.ok) return found;
  const { round, task, last } = found.value;
  const name = makeFileName([round.title, task.expert.name, String(last.seq + 1)], packageExtensions.task);
  const path = join(input.folder, name);
  const made = await attemptFile(input.folder, async () => mkdirSync(input.folder, { recursive: true }));
  if (!made.ok) return made;
  if (existsSync(path)) return fail('files.exists', { file: name });
  const office = describeOffice(workspace);
  const dossiers = office.ok ? await measureDossiers(workspace, [task]) : office;
  if (!office.ok) return office;
  if (!dossiers.ok) return dossiers;
  const order = { round, task, office: office.value, path, seq: last.seq + 1, previous: last.statement };
  const sealed = await sealOne(workspace, order, dossiers.value);
  if (!sealed.ok) return sealed;
  const recorded = workspace.db
    .transaction((): Result<null> => {
      const now = findTask(workspace, input);
      if (!now.ok || now.value.last.seq !== last.seq)
        return now.ok ? fail('round.changed', { title: round.title }) : now;
      recordTask(workspace, round.id, sealed.value);
      return ok(null);
    })
    .immediate();
  if (!recorded.ok) {
    rmSync(path, { force: true });
    return recorded;
  }
  await signHead(workspace, 'issue');
  const { statement: _statement, candidateIds: _ids, seq: _seq, ...issued } = sealed.value;
  return ok(issued);
}

type FoundTask = { readonly round: Round; readonly task: PlannedTask; readonly last: LastRow };

const idsSchema = z.array(z.string());

/** The expert's last task of an issued round, with the candidates that it named. */
function findTask({ db }: UnlockedWorkspace, { roundId, expertId }: ReissueInput): Result<FoundTask> {
  const round = loadRound(db, roundId);
  if (!round.ok) return round;
  const { title, status } = round.value;
  if (status === 'locked') return fail('decision.round-locked', { title });
  const last = db
    .prepare<[string, string], LastRow>(
      'SELECT statement, seq, candidates FROM tasks WHERE round_id = ? AND expert_id = ? ORDER BY seq DESC LIMIT 1',
    )
    .get(roundId, expertId);
  const expert = loadExperts(db, roundId).find(({ id }) => id === expertId);
  if (last === undefined || expert === undefined) return fail('round.not-issued', { title });
  const ids = new Set(idsSchema.parse(JSON.parse(last.candidates)));
  const candidates = loadCandidates(db, roundId).filter(({ id }) => ids.has(id));
  return ok({ round: round.value, task: { expert, candidates: candidates.map(forExpert) }, last });
}
