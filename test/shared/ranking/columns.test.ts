import { describe, expect, test } from 'vitest';
import { at, doubleAt, intAt } from '#shared/base/at.ts';
import { canonicalRankingInputs } from '#shared/ranking/canonical.ts';
import { columnInput, countSheets, listCandidates, voidExperts } from '#shared/ranking/columns.ts';
import { rankRound } from '#shared/ranking/rank-round.ts';
import type { ColumnInput, ListedInput } from '#shared/ranking/ranking.ts';
import { sheetAt, shapesOf } from '#shared/ranking/sheet-columns.ts';
import { value } from '../../pipeline/make-round.ts';
import { buildInput, candidate, rankInput, rubric, track } from './build-input.ts';

const listed: ListedInput = buildInput({
  tracks: [track('x'), track('y')],
  candidates: [
    candidate('B', [80, 70, 60], { track: 'y' }),
    { code: 'A', sheets: [{ answer: [90], fails: ['local'], fraud: true }, 'recused', [50]], track: 'x' },
    candidate('C', [], { track: 'x', veto: { gateId: null, reason: '失信' } }),
  ],
});
const columns = (input: ListedInput): ColumnInput => value(columnInput(input));

describe('columns', () => {
  test('hold every sheet as it was', () => {
    const input = columns(listed);
    const shape = at(shapesOf(listed), 0);
    const written = Array.from({ length: input.sheets.count }, (_, place) => sheetAt(input, place, shape));
    const byExpert = listed.sheets.toSorted((a, b) =>
      a.expertId === b.expertId ? (a.candidateId < b.candidateId ? -1 : 1) : a.expertId < b.expertId ? -1 : 1,
    );
    expect(written).toEqual(byExpert);
  });

  test('rank as the lists do that they were made of', () => {
    expect(rankInput(columns(listed))).toEqual(rankInput(listed));
    expect(countSheets(columns(listed))).toBe(countSheets(listed));
    expect(listCandidates(columns(listed)).map(({ code }) => code)).toEqual(['A', 'B', 'C']);
    expect(columns(listed)).toEqual(value(columnInput(columns(listed))));
  });

  test('lose an expert whose opinion is void as lists do', () => {
    const gone = new Set(['e1']);
    const [fromLists, fromColumns] = [voidExperts(listed, gone), voidExperts(columns(listed), gone)];
    expect(rankInput(fromColumns)).toEqual(rankInput(fromLists));
    expect(rankInput(fromLists)).not.toEqual(rankInput(listed));
    expect(voidExperts(listed, new Set())).toBe(listed);
  });

  test('are hashed as the lists, with digests kept beside them', () => {
    const input = columns(listed);
    const digests = input.sheets.expertIds.map((id) =>
      canonicalRankingInputs(
        { ...listed, sheets: listed.sheets.filter(({ expertId }) => expertId === id) },
        (text) => text,
      ),
    );
    const textOf = (one: ListedInput): string => canonicalRankingInputs(one, () => 'd');
    const kept = (one: ColumnInput): ColumnInput => ({
      ...one,
      sheets: { ...one.sheets, digests: digests.map(() => 'd') },
    });
    expect(canonicalRankingInputs(kept(input), () => '')).toBe(textOf(listed));
    const voided = voidExperts(listed, new Set(['e2']));
    expect(canonicalRankingInputs(voidExperts(kept(input), new Set(['e2'])), () => '')).toBe(
      canonicalRankingInputs(voided, () => 'd'),
    );
    const partly = {
      ...listed,
      sheets: listed.sheets.map((sheet) => (sheet.candidateId === 'B' ? { ...sheet, void: true } : sheet)),
    };
    expect(canonicalRankingInputs(kept(columns(partly)), () => '')).toBe(textOf(partly));
  });

  test('name nobody in an expert who has no sheet', () => {
    const input = columns(listed);
    const { sheets } = input;
    const more = {
      ...input,
      sheets: { ...sheets, expertIds: [...sheets.expertIds, 'z'], digests: ['1', '2', '3', '4'] },
    };
    expect(canonicalRankingInputs(more, () => '')).not.toContain('"z"');
    expect(rankInput(more)).toEqual(rankInput(listed));
  });
});

test('many sheets of one candidate are trimmed and averaged as few are', () => {
  const totals = Array.from({ length: 61 }, (_, index) => (index * 37) % 61);
  const [row] = rankInput(buildInput({ candidates: [candidate('A', totals)] })).tracks[0]?.rows ?? [];
  expect(row).toMatchObject({ sheets: 61, trimmed: 2, exact: '30' });
});

test('a tie is listed by code however many share it', () => {
  const codes = Array.from({ length: 40 }, (_, index) => `K${String(index).padStart(2, '0')}`);
  const input = buildInput({ candidates: codes.toReversed().map((code) => candidate(code, [50, 50, 50])) });
  const rows = rankInput(input).tracks[0]?.rows ?? [];
  expect(rows.map(({ code }) => code)).toEqual(codes);
  expect(rows[3]?.tie).toEqual({ rule: 'shared', with: codes.filter((code) => code !== 'K03') });
});

test('more candidates than are sorted at a time stand as few do', () => {
  const count = 9000;
  const candidates = Array.from({ length: count }, (_, index) =>
    candidate(
      String(index).padStart(4, '0'),
      [(index * 7919) % 10_007, (index * 104_729) % 10_009].map((mark) => mark / 101),
    ),
  );
  const input = buildInput({ policy: { minimumSheets: 1 }, candidates });
  const rows = rankInput(input).tracks[0]?.rows ?? [];
  expect(rows.length).toBe(count);
  const means = new Map(
    candidates.map(({ code, sheets }) => [code, sheets.flatMap((one) => (Array.isArray(one) ? one : []))]),
  );
  for (const { code, contributions } of rows.slice(0, 50)) {
    expect(contributions.map(({ total }) => total)).toEqual(means.get(code)?.map((mark) => Math.round(mark * 100)));
  }
  const scores = rows.map(({ exact }) => Number(exact?.split('/')[0]) / Number(exact?.split('/')[1] ?? 1));
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
});

test('a repeated sheet is refused whether or not both count', () => {
  const input = buildInput({ rubric, candidates: [{ code: 'A', sheets: [[30, 10, 40, 20]] }] });
  const [sheet] = input.sheets;
  if (sheet === undefined) throw new Error('no sheet');
  for (const change of [{}, { void: true }, { state: 'recused' as const }]) {
    const sheets = [sheet, { ...sheet, ...change, id: 'again' }];
    expect(rankRound({ ...input, sheets })).toMatchObject({ error: { code: 'ranking.sheet-repeated' } });
  }
});

test('a place that a column does not have is a bug', () => {
  expect(() => intAt(Int32Array.of(1), 1)).toThrow(RangeError);
  expect(() => doubleAt(Float64Array.of(1), -1)).toThrow(RangeError);
});
