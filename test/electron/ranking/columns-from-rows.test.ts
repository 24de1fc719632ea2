import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Decision, DecisionRecord } from '#shared/decisions/decision.ts';
import { canonicalRankingInputs } from '#shared/ranking/canonical.ts';
import { makeExplainer } from '#shared/ranking/explain-candidate.ts';
import { rankRound } from '#shared/ranking/rank-round.ts';
import type { ListedInput, RankingCandidate, RankingSheet } from '#shared/ranking/ranking.ts';
import { workspaceMigrations } from '#electron/db/migrations.ts';
import { openDatabase } from '#electron/db/open-database.ts';
import { recordDecision } from '#electron/decisions/record-decision.ts';
import { importResults } from '#electron/intake/import-results.ts';
import { currentRanking } from '#electron/ranking/current-ranking.ts';
import { loadRankingInput } from '#electron/ranking/load-ranking-input.ts';
import { loadRound } from '#electron/round/load-round.ts';
import { editSheet } from '#electron/scoring/edit-sheet.ts';
import { workspacePaths, type UnlockedWorkspace } from '#electron/workspace/workspace.ts';
import { scoreAll, submit, value, type IssuedRound } from '../../pipeline/make-round.ts';
import { temporaryIssuedRound } from '../../pipeline/temporary-round.ts';

const temporary = temporaryIssuedRound('all', { candidates: 6, experts: 4 });
let folder: string;
let workspace: UnlockedWorkspace;
let round: IssuedRound;
let candidates: readonly string[];

beforeAll(async () => {
  ({ folder, workspace, round } = temporary);
  candidates = workspace.db.prepare<[], string>('SELECT id FROM candidates ORDER BY position').pluck().all();
});

type SheetRow = Omit<RankingSheet, 'points' | 'gates' | 'fraud' | 'void'> & {
  points: string;
  gates: string;
  fraud: number;
};

/** The round as lists, straight from the rows of sheets and candidates; only rules and decisions are the product's. */
function readLists(): ListedInput {
  const { db } = workspace;
  const found = value(loadRound(db, round.roundId));
  const { decisions, policy } = loadRankingInput(db, found);
  const inForce = (kind: string, of: string): string[] =>
    db
      .prepare<[string], string>(`SELECT ${of} FROM decisions WHERE kind = ? AND taken_back_by IS NULL`)
      .pluck()
      .all(kind);
  const [vetoed, voided] = [inForce('veto', 'candidate_id'), inForce('void-expert', 'expert_id')];
  const sheets = db
    .prepare<[], SheetRow>(
      `SELECT CAST(s.id AS TEXT) AS id, r.expert_id AS expertId, s.candidate_id AS candidateId, state, points, gates, fraud
       FROM sheets s JOIN results r ON r.statement = s.result WHERE r.current = 1 ORDER BY s.id DESC`,
    )
    .all()
    .map((row): RankingSheet => ({
      ...row,
      points: JSON.parse(row.points),
      gates: JSON.parse(row.gates),
      fraud: row.fraud === 1,
      void: voided.includes(row.expertId),
    }));
  const listed = db
    .prepare<[], Omit<RankingCandidate, 'staffVeto'>>(
      'SELECT id, code, name, unit, track_id AS trackId FROM candidates ORDER BY position',
    )
    .all()
    .map((one) => ({ ...one, staffVeto: vetoed.includes(one.id) ? { gateId: null, reason: '经集体复议。' } : null }));
  return { ...found.design, policy, candidates: listed, sheets, decisions };
}

/** Rows, explanations and hashes of the columns, from the packing and without it, are those of the lists. */
function expectSame(): void {
  const lists = readLists();
  const ranking = value(rankRound(lists));
  const explain = value(makeExplainer(lists, ranking));
  const rows = ranking.tracks.flatMap((one) => one.rows);
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  for (const packing of ['kept', 'made anew']) {
    if (packing === 'made anew') workspace.db.exec('DELETE FROM ranking_rounds');
    const made = value(currentRanking(workspace, round.roundId));
    expect(JSON.stringify(made.ranking), packing).toBe(JSON.stringify(ranking));
    expect(made.hashes.inputsHash, packing).toBe(sha256(canonicalRankingInputs(lists, sha256)));
    const own = value(makeExplainer(made.input, made.ranking));
    expect(rows.map(({ candidateId }) => own(candidateId))).toEqual(
      rows.map(({ candidateId }) => explain(candidateId)),
    );
  }
}

const record: DecisionRecord = { reason: 'eligibility', note: '经集体复议。', minutes: '', people: ['张三'] };
const decide = (decision: Decision): string =>
  value(recordDecision(workspace, { roundId: round.roundId, decision })).id;
const voidExpert = (index: number): string =>
  decide({ ...record, kind: 'void-expert', expertId: round.homes[index]?.expertId ?? '', reason: 'discipline' });
const takeBack = (decisionId: string): void => void decide({ ...record, kind: 'reinstate', decisionId });
const adopt = (part: Partial<ListedInput['policy']>, quotas: Record<string, number | null> = {}): void => {
  const { policy } = value(loadRound(workspace.db, round.roundId)).design;
  decide({ ...record, kind: 'policy', policy: { ...policy, ...part }, quotas });
};
async function returnResults(indexes: readonly number[], name: string, points: (candidate: number) => number) {
  for (const index of indexes) {
    const home = round.homes[index];
    if (home === undefined) throw new Error('no expert');
    scoreAll(home, points);
    const change = { what: 'state', state: 'recused', reason: '同单位' } as const;
    value(editSheet(home.home, { taskId: home.taskId, candidateId: candidates[index] ?? '', change }));
    await submit(home, join(folder, name), name === 'first' ? null : '更正');
  }
  value(await importResults(workspace, { paths: [join(folder, name)] }));
}

describe('a ranking from packed columns is the one from the rows', () => {
  it('after every kind of change', async () => {
    expectSame();
    await returnResults([0, 1], 'first', (candidate) => 95 - candidate * 7);
    expectSame();
    await returnResults([2], 'second', (candidate) => 60 + candidate * 5);
    expectSame();
    await returnResults([3, 0], 'third', () => 80);
    expectSame();
    const voided = voidExpert(1);
    expectSame();
    const veto = decide({ ...record, kind: 'veto', candidateId: candidates[4] ?? '', gateId: null });
    expectSame();
    adopt({ normalisation: 'expert-effect', trial: ['B02'], minimumSheets: 1 });
    expectSame();
    takeBack(voided);
    takeBack(veto);
    const trackId = value(loadRound(workspace.db, round.roundId)).design.tracks[0]?.id ?? '';
    adopt({ normalisation: 'none', trial: [] }, { [trackId]: 2 });
    expectSame();
  });

  it('after somebody else has written', () => {
    const file = workspacePaths.database(workspace.folder);
    const other = value(openDatabase(file, workspaceMigrations));
    other.exec("UPDATE candidates SET code = 'Z' || code WHERE position % 2 = 1");
    expectSame();
    other.exec("UPDATE candidates SET name = name || '（改）'");
    expectSame();
    other.exec('DELETE FROM ranking_figures WHERE rowid % 2 = 0');
    expectSame();
    other.close();
  });
});
