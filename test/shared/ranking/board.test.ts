import { expect, it } from 'vitest';
import { boardOf, listEquals, namedEquals } from '#shared/ranking/board.ts';
import { compareRankings } from '#shared/ranking/compare-rankings.ts';
import { rankRound } from '#shared/ranking/rank-round.ts';
import { buildInput, track, type CandidateSpec } from './build-input.ts';
import { value } from '../../pipeline/make-round.ts';

const listed = (count: number): CandidateSpec[] =>
  Array.from({ length: count }, (_, index) => ({
    code: `C${String(index).padStart(2, '0')}`,
    sheets: [[80], [80], [80]],
  }));
const ranked = (candidates: readonly CandidateSpec[], quota: number | null = null) =>
  value(rankRound(buildInput({ candidates, tracks: [track('t', quota)] })));

it('the board names some equals of a row, and says that there are more', () => {
  const rows = boardOf(ranked(listed(namedEquals + 5))).tracks[0]?.rows ?? [];
  expect(rows[3]?.tie).toBe('shared');
  for (const place of [0, 3, 24]) {
    const { codes, more } = listEquals(rows, place);
    expect(more).toBe(true);
    expect(codes).toHaveLength(namedEquals);
    expect(codes).not.toContain(rows[place]?.code);
  }
});

it('the board names all equals where they are few, and nobody else', () => {
  const sheets = [[80], [80], [80]] as const;
  const others = [
    { code: 'A', sheets: [[90], [90], [90]] },
    { code: 'X', sheets: ['recused', [80]] },
  ] as const;
  const rows = boardOf(ranked([...others, ...['P', 'Q', 'R'].map((code) => ({ code, sheets }))])).tracks[0]?.rows ?? [];
  const equalsOf = (code: string) =>
    listEquals(
      rows,
      rows.findIndex((row) => row.code === code),
    );
  expect(equalsOf('Q')).toEqual({ codes: ['P', 'R'], more: false });
  expect(equalsOf('A')).toEqual({ codes: [], more: false });
  expect(equalsOf('X')).toEqual({ codes: [], more: false });
  expect(rows.find(({ code }) => code === 'A')?.tie).toBeNull();
});

it('the board leaves recused, abstained and void sheets out of the range', () => {
  const sheets = [[70], [75], { answer: [99], void: true }, 'recused', 'abstained', [80]] as const;
  const out = { code: 'B', sheets: ['recused'] } as const;
  const rows = boardOf(ranked([{ code: 'A', sheets }, out])).tracks[0]?.rows ?? [];
  expect(rows.map(({ range }) => range)).toEqual([{ lowest: 7000, highest: 8000 }, null]);
});

it('two rankings are compared by who moves and who crosses the cut line', () => {
  const before = ranked(
    [
      { code: 'A', sheets: [[90], [90], [90]] },
      { code: 'B', sheets: [[80], [80], [80]] },
      { code: 'C', sheets: [[70], [70], [70]] },
    ],
    1,
  );
  const after = ranked(
    [
      { code: 'A', sheets: [[75], [75], [75]] },
      { code: 'B', sheets: [[80], [80], [80]] },
      { code: 'C', sheets: [[70], [70], [70]] },
      { code: 'D', sheets: [[60], [60], [60]] },
    ],
    1,
  );
  expect(compareRankings(before, after)).toMatchObject([
    { code: 'B', places: 1, crosses: 'in', from: { rank: 2, status: 'below' }, to: { rank: 1, status: 'selected' } },
    { code: 'A', places: -1, crosses: 'out', to: { score: '75.00' } },
  ]);
  expect(compareRankings(before, before)).toEqual([]);
  const unscored = ranked([{ code: 'A', sheets: [[90]] }], 1);
  expect(compareRankings(before, unscored)).toMatchObject([{ code: 'A', places: null, crosses: 'out' }]);
});
