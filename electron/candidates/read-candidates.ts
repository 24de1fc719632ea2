import { fail, ok, type Result } from '#shared/base/result.ts';
import { interpretCandidates } from '#shared/candidates/interpret-candidates.ts';
import type { CandidatesInterpretation } from '#shared/candidates/interpreted-candidate.ts';
import type { Round } from '#shared/round/round.ts';
import type { RowMend } from '#shared/tables/interpretation.ts';
import type { TableFile } from '#shared/tables/table.ts';
import { loadDraft } from '../round/load-round.ts';
import { readTable } from '../tables/read-table.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { loadCandidates } from './list-candidates.ts';

/** A spreadsheet of candidates, read for a round. The table is kept so that a mended row can be judged again. */
export type CandidatesReading = {
  readonly round: Round;
  readonly table: TableFile;
  readonly trackId: string | null;
  readonly interpretation: CandidatesInterpretation;
};

/**
 * Reads a spreadsheet for a draft round; nothing is stored.
 * @param track id or name of the track that the whole file belongs to, or null
 */
export async function readCandidates(
  workspace: Workspace,
  { roundId, path, track }: { roundId: string; path: string; track: string | null },
): Promise<Result<CandidatesReading>> {
  const round = loadDraft(workspace.db, roundId);
  if (!round.ok) return round;
  const { tracks } = round.value.design;
  const chosen = tracks.find(({ id, name }) => id === track || name === track);
  if (track !== null && chosen === undefined) return fail('round.track-unknown', { track });
  const table = await readTable(path);
  if (!table.ok) return table;
  const reading = { round: round.value, table: table.value, trackId: chosen?.id ?? null };
  return ok({ ...reading, interpretation: judgeCandidates(workspace, reading, []) });
}

/** Judges a table anew, with what was typed in for held rows. */
export function judgeCandidates(
  workspace: Workspace,
  { round, table, trackId }: Omit<CandidatesReading, 'interpretation'>,
  mends: readonly RowMend[],
): CandidatesInterpretation {
  return interpretCandidates(table, {
    kind: round.design.kind,
    mode: round.mode,
    tracks: round.design.tracks,
    chosenTrack: trackId,
    existing: loadCandidates(workspace.db, round.id).map(({ code, name, unit }) => ({ code, name, unit })),
    mends,
  });
}
