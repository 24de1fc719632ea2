import { z } from 'zod';
import type { Round } from '#shared/round/round.ts';
import { loadCandidates, type StoredCandidate } from '../candidates/list-candidates.ts';
import { findActiveKey, isRevokedKey } from '../experts/expert-keys.ts';
import { readActivationCode } from '../identity/activation-code.ts';
import type { IssuedTask, ResultContext } from '../packages/open-result.ts';
import { loadRound } from '../round/load-round.ts';
import { codePlace, readColumn } from '../workspace/columns.ts';
import type { Workspace } from '../workspace/workspace.ts';

type TaskRow = {
  statement: string;
  round_id: string;
  expert_id: string;
  seq: number;
  code: string;
  candidates: string;
  replaced: number;
};
type LinkRow = { seq: number; statement: string; previous: string | null };

const idsSchema = z.array(z.string());

/** What the workspace knows, for verifying results: its rounds, the tasks it issued, keys pinned, chains held. */
export function makeResultContext(workspace: Workspace): ResultContext {
  const { db } = workspace;
  const findRound = remember((roundId) => {
    const round = loadRound(db, roundId);
    return round.ok ? round.value : null;
  });
  const findCandidates = remember((roundId) => new Map(loadCandidates(db, roundId).map((each) => [each.id, each])));
  const chain = db.prepare<[string, string], LinkRow>(
    'SELECT seq, statement, previous FROM results WHERE round_id = ? AND fingerprint = ?',
  );
  const task = db.prepare<[string], TaskRow>(
    `SELECT statement, round_id, expert_id, seq, code, candidates, EXISTS (SELECT 1 FROM tasks later
       WHERE later.round_id = t.round_id AND later.expert_id = t.expert_id AND later.seq > t.seq) AS replaced
     FROM tasks t WHERE statement = ?`,
  );
  const locked = db.prepare<[string]>(`SELECT 1 FROM rounds WHERE id = ? AND status = 'locked'`);
  return {
    findRound,
    findTask: (statement) => {
      const row = task.get(statement);
      const round = row === undefined ? null : findRound(row.round_id);
      return row === undefined || round === null
        ? null
        : describeTask(row, round, findCandidates(row.round_id), workspace);
    },
    findEnrolled: (_, expertId) => findActiveKey(db, expertId)?.fingerprint ?? null,
    isLocked: (roundId) => locked.get(roundId) !== undefined,
    isRevoked: (fingerprint) => isRevokedKey(db, fingerprint),
    listChain: (roundId, fingerprint) => chain.all(roundId, fingerprint),
  };
}

function describeTask(
  row: TaskRow,
  { design }: Round,
  candidates: ReadonlyMap<string, StoredCandidate>,
  { about, columns }: Workspace,
): IssuedTask {
  const code = readActivationCode(readColumn(columns, codePlace(row.statement), row.code) ?? '');
  return {
    roundId: row.round_id,
    expertId: row.expert_id,
    seq: row.seq,
    replaced: row.replaced === 1,
    suite: about.suite,
    secret: code.ok ? code.value.secret : null,
    tracks: design.tracks,
    rubrics: design.rubrics,
    candidates: idsSchema.parse(JSON.parse(row.candidates)).flatMap((id) => candidates.get(id) ?? []),
  };
}

/** Looks each round up once for a whole batch. */
function remember<Value>(load: (id: string) => Value): (id: string) => Value {
  const known = new Map<string, Value>();
  return (id) => {
    const held = known.get(id);
    if (held !== undefined) return held;
    const value = load(id);
    known.set(id, value);
    return value;
  };
}
