import { ok, type Result } from '#shared/base/result.ts';
import { interpretExperts } from '#shared/experts/interpret-experts.ts';
import type { ExpertsInterpretation } from '#shared/experts/interpreted-expert.ts';
import type { Round } from '#shared/round/round.ts';
import type { RowMend } from '#shared/tables/interpretation.ts';
import type { TableFile } from '#shared/tables/table.ts';
import { loadDraft } from '../round/load-round.ts';
import { readTable } from '../tables/read-table.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { listKnown } from './know-expert.ts';

/** A spreadsheet of experts, read for a round. */
export type ExpertsReading = {
  readonly round: Round;
  readonly table: TableFile;
  readonly interpretation: ExpertsInterpretation;
};

/** Reads a spreadsheet of experts for a draft round; nothing is stored. */
export async function readExperts(
  workspace: Workspace,
  { roundId, path }: { roundId: string; path: string },
): Promise<Result<ExpertsReading>> {
  const round = loadDraft(workspace.db, roundId);
  if (!round.ok) return round;
  const table = await readTable(path);
  if (!table.ok) return table;
  const reading = { round: round.value, table: table.value };
  return ok({ ...reading, interpretation: judgeExperts(workspace, reading, []) });
}

/** Judges a table anew, with what was typed in for held rows. */
export function judgeExperts(
  workspace: Workspace,
  { round, table }: Omit<ExpertsReading, 'interpretation'>,
  mends: readonly RowMend[],
): ExpertsInterpretation {
  const existing = listKnown(workspace, round.id);
  return interpretExperts(table, { existing, mends });
}
