import { ok, type Result } from '#shared/base/result.ts';
import type { CandidateSheetsView } from '#shared/ipc/office-views.ts';
import { showCandidate } from '../candidates/list-candidates.ts';
import { parseSheetRow, type SheetRow } from '../scoring/load-sheets.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { currentExplainer } from './current-ranking.ts';

type Row = SheetRow & { expert_id: string; name: string; seq: number; statement: string };

/** One candidate with the current sheets of all experts and how its rank came about, for drilling down from a rank. */
export async function getCandidateSheets(
  workspace: Workspace,
  { roundId, candidateId }: { roundId: string; candidateId: string },
): Promise<Result<CandidateSheetsView>> {
  const candidate = await showCandidate(workspace, roundId, candidateId);
  if (!candidate.ok) return candidate;
  const rows = workspace.db
    .prepare<[string, string], Row>(
      `SELECT s.*, e.name, r.seq, r.statement FROM results r
       JOIN sheets s ON s.result = r.statement
       JOIN experts e ON e.id = r.expert_id
       LEFT JOIN round_experts m ON m.round_id = r.round_id AND m.expert_id = r.expert_id
       WHERE r.round_id = ? AND s.candidate_id = ? AND r.current = 1 ORDER BY m.position`,
    )
    .all(roundId, candidateId);
  const explained = currentExplainer(workspace, roundId);
  if (!explained.ok) return explained;
  return ok({
    explanation: explained.value(candidateId),
    candidate: candidate.value,
    sheets: rows.map((row) => ({
      expertId: row.expert_id,
      expertName: row.name,
      sheet: parseSheetRow(row),
      seq: row.seq,
      statement: row.statement,
    })),
  });
}
