import { join } from 'node:path';
import { defaultSuite, type SuiteName } from '#shared/packages/suite.ts';
import type { Entropy } from '#shared/base/ids.ts';
import type { Result } from '#shared/base/result.ts';
import type { InterpretedCandidate } from '#shared/candidates/interpreted-candidate.ts';
import type { InterpretedExpert } from '#shared/experts/interpreted-expert.ts';
import { listCriteria, listExpertGates } from '#shared/round/rubric.ts';
import type { Sheet } from '#shared/scoring/sheet.ts';
import { assignExperts } from '#electron/assignment/assign-experts.ts';
import { machineEntropy } from '#electron/base/machine-entropy.ts';
import { takeCandidates } from '#electron/candidates/take-candidates.ts';
import { takeExperts } from '#electron/experts/take-experts.ts';
import { createRound } from '#electron/round/create-round.ts';
import { loadTemplate } from '#electron/round/templates.ts';
import { writeSheet } from '#electron/scoring/edit-sheet.ts';
import { loadSheets } from '#electron/scoring/load-sheets.ts';
import { submitTask } from '#electron/scoring/submit-task.ts';
import type { Home } from '#electron/home/home.ts';
import { issueTasks } from '#electron/tasks/issue-tasks.ts';
import { findRubric, loadTask } from '#electron/home/load-task.ts';
import { openTask } from '#electron/tasks/open-task.ts';
import { createWorkspace } from '#electron/workspace/create-workspace.ts';
import type { UnlockedWorkspace, Workspace } from '#electron/workspace/workspace.ts';
import { openTestHome } from './open-test-home.ts';

/** The value of a result that a test expects to be one. */
export function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.error.code} ${JSON.stringify(result.error.detail ?? {})}`);
  return result.value;
}

/** A clock that moves one second at each reading, with the machine's randomness. */
export function tickingEntropy(start = Date.UTC(2026, 10, 23, 8)): Entropy {
  let now = start;
  return { ...machineEntropy, now: () => (now += 1000) };
}

export const row = { sheet: '', row: 1, fields: [], sealed: {}, cells: {}, taken: true } as const;

export function candidateRow(code: string, unit = `单位${code}`, trackId = 'main'): InterpretedCandidate {
  return { ...row, code, name: `对象${code}`, unit, trackId, dossier: '' };
}

export function expertRow(name: string, unit = `专家单位${name}`): InterpretedExpert {
  return { ...row, name, unit, title: '教授', phone: '', field: '', avoidUnits: [], leader: false };
}

export async function makeWorkspace(
  folder: string,
  entropy: Entropy,
  suite: SuiteName = defaultSuite,
): Promise<UnlockedWorkspace> {
  const made = await createWorkspace({
    folder: join(folder, 'office'),
    name: '评审办',
    demo: false,
    passphrase: '山高水长 风清月朗',
    suite,
    entropy,
    workFactor: 10,
  });
  return value(made);
}

/** A building round with candidates and experts taken and everybody assigned to everything. */
export function makeRound(workspace: Workspace, candidates: number, experts: number): string {
  const { design } = value(loadTemplate('building'));
  const trackId = design.tracks[0]?.id ?? '';
  const { id: roundId } = value(
    createRound(workspace, { title: '示范楼宇评审', mode: 'official', deadline: null, design }),
  );
  const codes = Array.from({ length: candidates }, (_, index) => `B${String(index + 1).padStart(2, '0')}`);
  value(takeCandidates(workspace, { roundId, rows: codes.map((code) => candidateRow(code, `单位${code}`, trackId)) }));
  const names = Array.from({ length: experts }, (_, index) => `专家${index + 1}`);
  value(takeExperts(workspace, { roundId, rows: names.map((name) => expertRow(name)) }));
  value(assignExperts(workspace, { roundId, perCandidate: 'all', seed: 1 }));
  return roundId;
}

export type IssuedRound = { readonly roundId: string; readonly homes: readonly ExpertHome[]; readonly tasks: string };
export type ExpertHome = {
  readonly home: Home;
  readonly taskId: string;
  readonly expertId: string;
  readonly name: string;
};

/** Issues the round and opens every task in a home of its own. */
export async function issueRound(workspace: UnlockedWorkspace, folder: string, roundId: string): Promise<IssuedRound> {
  const tasks = join(folder, 'tasks');
  const issued = value(await issueTasks(workspace, { roundId, folder: tasks }));
  const homes: ExpertHome[] = [];
  for (const { expertId, name, code, file } of issued) {
    const home = await openTestHome(join(folder, `home-${expertId}`), workspace.entropy);
    const { id: taskId } = value(await openTask(home, { path: join(tasks, file), code }));
    homes.push({ home, taskId, expertId, name });
  }
  return { roundId, homes, tasks };
}

/** Fills every sheet of a task with a share (in per cent) of each criterion's maximum, snapped to its step. */
export function scoreAll({ home, taskId }: ExpertHome, percent: (candidate: number) => number): void {
  const { predicate } = value(loadTask(home, taskId));
  const before = loadSheets(home, taskId);
  const at = '2026-11-23T09:00:00Z';
  for (const [index, candidate] of predicate.candidates.entries()) {
    const { rubric } = value(findRubric(predicate, candidate.id));
    const points = listCriteria(rubric).map(
      ({ id, max, step }) => [id, Math.floor((max * percent(index)) / 100 / step) * step] as const,
    );
    const sheet: Sheet = {
      candidateId: candidate.id,
      state: 'scored',
      points: Object.fromEntries(points),
      gates: Object.fromEntries(listExpertGates(rubric).map(({ id }) => [id, 'pass'] as const)),
      fraud: false,
      comment: '材料齐全，情况属实。',
      reason: null,
      revision: (before.get(candidate.id)?.revision ?? 0) + 1,
      firstEditedAt: at,
      lastEditedAt: at,
    };
    writeSheet(home, taskId, sheet);
  }
}

/** Seals the result of a home; `reason` from the second time on. */
export async function submit({ home, taskId }: ExpertHome, folder: string, reason: string | null = null) {
  return value(await submitTask(home, { taskId, folder, reason }));
}
