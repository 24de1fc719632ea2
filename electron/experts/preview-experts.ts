import { ok, type Result } from '#shared/base/result.ts';
import { expertFields } from '#shared/experts/fields.ts';
import { makePreview } from '../tables/import-preview.ts';
import type { WaitingImport } from '../tables/previews.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { judgeExperts, readExperts } from './read-experts.ts';
import { takeExperts } from './take-experts.ts';

/** Reads a spreadsheet of experts; what it would bring can be looked at, mended and taken. */
export async function previewExperts(
  workspace: Workspace,
  { roundId, path }: { roundId: string; path: string },
): Promise<Result<WaitingImport>> {
  const read = await readExperts(workspace, { roundId, path });
  if (!read.ok) return read;
  const { table } = read.value;
  return ok({
    show: (mends) => makePreview(table.name, judgeExperts(workspace, read.value, mends), expertFields),
    take: (mends) => takeExperts(workspace, { roundId, rows: judgeExperts(workspace, read.value, mends).rows }),
  });
}
