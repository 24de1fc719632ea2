import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { LockStateView } from '#shared/ipc/decision-views.ts';
import { formatFinalRanking } from '#shared/packages/final-ranking.ts';
import { canonicalResult } from '#shared/ranking/canonical.ts';
import { signHead } from '../audit/sign-head.ts';
import { sha256Hex } from '../base/digest.ts';
import { writeFileAtomic } from '../base/write-file-atomic.ts';
import { sealEnvelope } from '../packages/envelope.ts';
import { loadRound } from '../round/load-round.ts';
import { authorise } from '../workspace/authorise.ts';
import { currentTime, trace, workspacePaths, type UnlockedWorkspace } from '../workspace/workspace.ts';
import { loadDecisionRows } from './list-decisions.ts';
import { examineLock, getLockState, type Readiness } from './lock-state.ts';

/** How a round is locked: `acceptOutstanding` says that the list is final without the sheets that have not come in. */
export type LockInput = { readonly roundId: string; readonly note: string; readonly acceptOutstanding: boolean };

/**
 * Locks a round: its ranking is signed and kept as `packages/rankings/HASH.dsse.json` beside the list itself, and no more
 * results or decisions are taken. Refused while something is undecided or unsettled.
 */
export async function lockRound(workspace: UnlockedWorkspace, input: LockInput): Promise<Result<LockStateView>> {
  const allowed = authorise(workspace, 'lock');
  if (!allowed.ok) return allowed;
  const ready = examineLock(workspace, input.roundId);
  if (!ready.ok) return ready;
  const refusal = refuseLock(ready.value, input);
  if (!refusal.ok) return refusal;
  const signed = signRanking(workspace, ready.value, input);
  const written = await writeStatement(workspace, signed);
  if (!written.ok) return written;
  const locked = workspace.db
    .transaction((): Result<LockStateView> => {
      // Asked again under the write lock: what was signed must still be the ranking.
      const now = examineLock(workspace, input.roundId);
      if (!now.ok) return now;
      const { hashes, round } = now.value.made;
      if (
        round.status !== 'issued' ||
        hashes.resultHash !== signed.resultHash ||
        hashes.inputsHash !== signed.inputsHash
      )
        return fail('decision.lock-changed', { title: round.title });
      store(workspace, signed, input);
      return getLockState(workspace, input);
    })
    .immediate();
  // Locked is locked, whether or not the disk takes this file too.
  if (locked.ok) await signHead(workspace, 'lock');
  return locked;
}

function refuseLock({ made, state }: Readiness, { acceptOutstanding }: LockInput): Result<null> {
  if (state.locked) return fail('decision.lock-already', { title: made.round.title });
  const [blocker] = state.blockers;
  if (blocker !== undefined) return { ok: false, error: blocker };
  if (state.outstanding > 0 && !acceptOutstanding)
    return fail('decision.lock-outstanding', { count: state.outstanding });
  return ok(null);
}

type SignedRanking = {
  readonly statement: string;
  readonly envelope: Buffer;
  readonly list: string;
  readonly resultHash: string;
  readonly inputsHash: string;
  readonly issuedAt: string;
};

function signRanking(
  workspace: UnlockedWorkspace,
  { made, state }: Readiness,
  { roundId, note }: LockInput,
): SignedRanking {
  const { db, member } = workspace;
  const { suite, publicKey, fingerprint } = member.signer;
  const issuedAt = currentTime(workspace);
  const chain = db
    .prepare<[string], { statement: string }>('SELECT statement FROM final_rankings WHERE round_id = ? ORDER BY rowid')
    .all(roundId);
  const payload = Buffer.from(
    formatFinalRanking({
      formatVersion: 1,
      suite,
      mode: made.round.mode,
      roundId,
      signer: { role: member.role, publicKey, fingerprint },
      seq: chain.length + 1,
      previous: chain.at(-1)?.statement ?? null,
      issuedAt,
      ...made.hashes,
      decisions: loadDecisionRows(db, roundId)
        .filter(({ taken_back_by: taken }) => taken === null)
        .map(({ id }) => id),
      outstanding: state.outstanding,
      note,
    }),
  );
  return {
    statement: sha256Hex(payload),
    envelope: sealEnvelope(payload, member.signer),
    list: canonicalResult(made.ranking),
    resultHash: made.hashes.resultHash,
    inputsHash: made.hashes.inputsHash,
    issuedAt,
  };
}

async function writeStatement({ folder }: UnlockedWorkspace, signed: SignedRanking): Promise<Result<null>> {
  const place = workspacePaths.rankings(folder);
  mkdirSync(place, { recursive: true });
  const files = [
    [`${signed.statement}.ranking.json`, Buffer.from(signed.list)],
    [`${signed.statement}.dsse.json`, signed.envelope],
  ] as const;
  for (const [name, bytes] of files) {
    const written = await writeFileAtomic(join(place, name), async (write) => {
      await write(bytes);
      return ok(null);
    });
    if (!written.ok) return written;
  }
  return ok(null);
}

function store(
  workspace: UnlockedWorkspace,
  { statement, resultHash, issuedAt }: SignedRanking,
  input: LockInput,
): void {
  const { roundId, note } = input;
  const { db } = workspace;
  db.prepare(
    `INSERT INTO final_rankings (statement, round_id, result_hash, signed_by, signed_at, note) VALUES (?, ?, ?, ?, ?, ?)`,
  ).run(statement, roundId, resultHash, workspace.member.name, issuedAt, note);
  db.prepare(`UPDATE rounds SET status = 'locked' WHERE id = ?`).run(roundId);
  trace(workspace, { event: 'round-locked', body: { roundId, statement } });
}

/** Reopens a locked round with a reason; the list that stood is kept and marked. */
export function reopenRound(
  workspace: UnlockedWorkspace,
  { roundId, note }: { readonly roundId: string; readonly note: string },
): Result<LockStateView> {
  const { db } = workspace;
  const allowed = authorise(workspace, 'lock');
  if (!allowed.ok) return allowed;
  return db
    .transaction((): Result<LockStateView> => {
      const round = loadRound(db, roundId);
      if (!round.ok) return round;
      if (round.value.status !== 'locked') return fail('decision.lock-not-locked', { title: round.value.title });
      if (note.trim() === '') return fail('decision.note-missing');
      const statement = db
        .prepare<[string, string, string, string], string>(
          `UPDATE final_rankings SET reopened_at = ?, reopened_by = ?, reopen_note = ?
           WHERE round_id = ? AND reopened_at IS NULL RETURNING statement`,
        )
        .pluck()
        .get(currentTime(workspace), workspace.member.name, note, roundId);
      db.prepare(`UPDATE rounds SET status = 'issued' WHERE id = ?`).run(roundId);
      trace(workspace, { event: 'round-reopened', body: { roundId, statement: String(statement) } });
      return getLockState(workspace, { roundId });
    })
    .immediate();
}
