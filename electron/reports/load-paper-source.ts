import type { Database } from 'better-sqlite3';
import { loadConflicts } from '../assignment/assign-experts.ts';
import { loadCandidates } from '../candidates/list-candidates.ts';
import { loadExperts } from '../experts/list-experts.ts';
import type { RoundRanking } from '../ranking/rank-round.ts';
import { parseSheetRow, type SheetRow } from '../scoring/load-sheets.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { loadHolidays } from './holidays-file.ts';
import type { PaperSheet, PaperSource } from './paper-source.ts';

type Row = SheetRow & { expert_id: string; statement: string; fingerprint: string; received_at: string };

/** Gathers what the documents of a ranked round are made from. */
export function gatherPaperSource(
  workspace: Workspace,
  { round, ranking }: RoundRanking,
  { naming, facts }: Pick<PaperSource, 'naming' | 'facts'>,
): PaperSource {
  const { db, about, entropy } = workspace;
  return {
    round,
    office: about.name,
    tracks: ranking.tracks,
    candidates: loadCandidates(db, round.id),
    experts: loadExperts(db, round.id),
    sheets: loadPaperSheets(db, round.id),
    conflicts: loadConflicts(db, round.id),
    facts,
    holidays: loadHolidays(workspace),
    naming,
    exportedAt: entropy.now(),
  };
}

function loadPaperSheets(db: Database, roundId: string): PaperSheet[] {
  return db
    .prepare<[string], Row>(
      `SELECT s.*, r.statement, r.fingerprint, r.received_at FROM results r
       JOIN sheets s ON s.result = r.statement WHERE r.round_id = ? AND r.current = 1`,
    )
    .all(roundId)
    .map((row) => ({
      expertId: row.expert_id,
      sheet: parseSheetRow(row),
      statement: row.statement,
      fingerprint: row.fingerprint,
      receivedAt: row.received_at,
    }));
}
