import { describe, expect, test } from 'vitest';
import { demoKinds } from '#electron/demo/demo-row.ts';
import { simulateSheets } from '#electron/demo/simulate-scores.ts';
import { loadTemplate } from '#electron/round/templates.ts';
import { rankRound } from '#shared/ranking/rank-round.ts';
import type { Ranking, RankingSheet } from '#shared/ranking/ranking.ts';
import { checkSheet, listMissing } from '#shared/scoring/check-sheet.ts';
import { sheetSchema, type Sheet } from '#shared/scoring/sheet.ts';
import { countedId, sampleRound, type SampleRound } from './sample-round.ts';

const now = Date.UTC(2023, 10, 22, 9, 30);
const seed = 2023;

type Filled = { readonly round: SampleRound; readonly sheets: readonly (Sheet & { readonly expertId: string })[] };

/** All sheets of all experts of the sample round. */
function fill(kind: (typeof demoKinds)[number], seedOfScores = seed): Filled {
  const round = sampleRound(kind);
  const sheets = round.experts.flatMap((expert) =>
    simulateSheets({ ...round.design, candidates: round.assigned(expert), expert, seed: seedOfScores, now }).map(
      (sheet) => ({ ...sheet, expertId: expert.id }),
    ),
  );
  return { round, sheets };
}

function rank({ round, sheets }: Filled): Ranking {
  const ranking = rankRound({
    ...round.design,
    candidates: round.candidates.map((candidate) => ({ ...candidate, staffVeto: null })),
    sheets: sheets.map((sheet, index): RankingSheet => ({ ...sheet, id: countedId(index), void: false })),
    decisions: [],
  });
  if (!ranking.ok) throw new Error(ranking.error.code);
  return ranking.value;
}

describe.each(demoKinds)('simulated sheets of kind %s', (kind) => {
  const filled = fill(kind);
  const { round, sheets } = filled;
  const rubricFor = (candidateId: string) => {
    const { trackId } = round.candidates.find(({ id }) => id === candidateId) ?? {};
    const track = round.design.tracks.find(({ id }) => id === trackId);
    const rubric = round.design.rubrics.find(({ id }) => id === track?.rubricId);
    if (rubric === undefined) throw new Error('every candidate has a rubric');
    return rubric;
  };

  test('can all be submitted: points on the step and in range, nothing missing', () => {
    for (const { expertId, ...sheet } of sheets) {
      expect(round.experts.map(({ id }) => id)).toContain(expertId);
      const rubric = rubricFor(sheet.candidateId);
      expect(sheetSchema.parse(sheet)).toEqual(sheet);
      expect(checkSheet(rubric, sheet).ok).toBe(true);
      expect(listMissing(rubric, sheet)).toEqual([]);
    }
  });

  test('are the same for the same seed and others for another one', () => {
    expect(fill(kind).sheets).toEqual(sheets);
    expect(fill(kind, seed + 1).sheets).not.toEqual(sheets);
  });

  test('recuse wherever expert and candidate share a unit or the expert avoids it', () => {
    const ties = round.experts.flatMap((expert) =>
      round
        .assigned(expert)
        .filter(({ unit }) => unit === expert.unit || expert.avoidUnits.includes(unit))
        .map(({ id }) => sheets.find((sheet) => sheet.expertId === expert.id && sheet.candidateId === id)?.state),
    );
    expect(ties.length).toBeGreaterThan(0);
    expect(new Set(ties)).toEqual(new Set(['recused']));
  });

  test('explain every failed gate and every suspicion of fraud', () => {
    const warned = sheets.filter(({ gates, fraud }) => fraud || Object.values(gates).includes('fail'));
    expect(warned.filter(({ fraud }) => fraud).length).toBeGreaterThan(0);
    expect(warned.filter(({ fraud }) => !fraud).length).toBeGreaterThan(0);
    for (const { comment } of warned) expect(comment.length).toBeGreaterThan(8);
  });

  test('veto somebody and leave nobody without a score', () => {
    const rows = rank(filled).tracks.flatMap((track) => track.rows);
    expect(rows.filter(({ status, veto }) => status === 'vetoed' || veto !== null).length).toBeGreaterThan(0);
    expect(rows.filter(({ status }) => status === 'no-score')).toEqual([]);
  });

  test('use most of the scale without leaving it', () => {
    const scores = rank(filled).tracks.flatMap(({ rows }) => rows.map(({ score }) => Number(score)));
    expect(Math.max(...scores)).toBeGreaterThan(88);
    expect(Math.max(...scores)).toBeLessThan(99);
    expect(Math.min(...scores)).toBeLessThan(74);
    expect(Math.min(...scores)).toBeGreaterThan(50);
  });

  test('end no later than told, each after it began', () => {
    const last = sheets
      .map(({ lastEditedAt }) => lastEditedAt)
      .toSorted()
      .at(-1);
    expect(last).toBe('2023-11-22T09:30:00Z');
    for (const { firstEditedAt, lastEditedAt } of sheets) expect(firstEditedAt < lastEditedAt).toBe(true);
  });

  test('differ in their comments', () => {
    const comments = sheets.map(({ comment }) => comment).filter((comment) => comment !== '');
    expect(comments.length).toBeGreaterThan(sheets.length / 2);
    expect(new Set(comments).size).toBeGreaterThan(comments.length * 0.6);
    for (const comment of comments) expect(comment).not.toMatch(/undefined|NaN|。。|；。|，，/);
  });
});

test('better declared figures bring better ranks', () => {
  const filled = fill('building');
  const revenue = (id: string): number =>
    Number(
      filled.round.candidates.find((each) => each.id === id)?.fields.find(({ label }) => label.startsWith('软件收入'))
        ?.value,
    );
  const rows = rank(filled).tracks.flatMap((track) => track.rows);
  const mean = (status: string): number => {
    const group = rows.filter((row) => row.status === status).map((row) => revenue(row.candidateId));
    return group.reduce((sum, each) => sum + each, 0) / group.length;
  };
  expect(mean('selected')).toBeGreaterThan(mean('below') * 1.5);
});

test('some tracks end with equals around the cut line, parted by the core category or left to the panel', () => {
  const rules = [1, 2, 3, 4].flatMap((each) =>
    rank(fill('product', each)).tracks.flatMap(({ rows }) =>
      rows.flatMap(({ tie, rank: place }) => (tie !== null && place !== null && place >= 17 ? [tie.rule] : [])),
    ),
  );
  expect(rules).toContain('category:innovation');
  expect(rules).toContain('shared');
});

test('ids of experts and candidates do not matter, names and codes do', () => {
  const { design, candidates, experts } = sampleRound('base');
  const [expert] = experts;
  if (expert === undefined) throw new Error('the sample has experts');
  const renumbered = candidates.map((candidate, index) => ({ ...candidate, id: countedId(900 + index) }));
  const plain = (sheets: readonly Sheet[]) => sheets.map((sheet) => ({ ...sheet, candidateId: '' }));
  const first = simulateSheets({ ...design, candidates, expert, seed, now });
  const second = simulateSheets({
    ...design,
    candidates: renumbered,
    expert: { ...expert, id: countedId(1) },
    seed,
    now,
  });
  expect(plain(second)).toEqual(plain(first));
  expect(second.map(({ candidateId }) => candidateId)).toEqual(renumbered.map(({ id }) => id));
});

test('a rubric of one’s own is scored and commented on by the names of its categories', () => {
  const blank = loadTemplate('blank');
  if (!blank.ok) throw new Error(blank.error.code);
  const { design, candidates, experts } = sampleRound('building');
  const [expert] = experts;
  if (expert === undefined) throw new Error('the sample has experts');
  const { rubrics, tracks } = blank.value.design;
  const moved = candidates.map((candidate) => ({ ...candidate, trackId: 'all' }));
  const sheets = simulateSheets({ rubrics, tracks, candidates: moved, expert, seed, now });
  const [rubric] = rubrics;
  if (rubric === undefined) throw new Error('the template has a rubric');
  expect(sheets.flatMap((sheet) => listMissing(rubric, sheet))).toEqual([]);
  expect(sheets.map(({ comment }) => comment).join()).toContain('“一级指标一”方面');
  expect(() => simulateSheets({ rubrics, tracks: design.tracks, candidates, expert, seed, now })).toThrow('no rubric');
});
