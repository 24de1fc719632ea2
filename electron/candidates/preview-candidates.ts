import { ok, type Result } from '#shared/base/result.ts';
import { listFields } from '#shared/candidates/fields.ts';
import { makePreview } from '../tables/import-preview.ts';
import type { WaitingImport } from '../tables/previews.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { judgeCandidates, readCandidates } from './read-candidates.ts';
import { takeCandidates } from './take-candidates.ts';

/** Reads a spreadsheet of candidates; what it would bring can be looked at, mended and taken. */
export async function previewCandidates(
  workspace: Workspace,
  { roundId, path, trackId }: { roundId: string; path: string; trackId: string | null },
): Promise<Result<WaitingImport>> {
  const read = await readCandidates(workspace, { roundId, path, track: trackId });
  if (!read.ok) return read;
  const { table, round } = read.value;
  return ok({
    show: (mends) =>
      makePreview(table.name, judgeCandidates(workspace, read.value, mends), listFields(round.design.kind)),
    take: (mends) => takeCandidates(workspace, { roundId, rows: judgeCandidates(workspace, read.value, mends).rows }),
  });
}
