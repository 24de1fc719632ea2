import { describe, expect, it } from 'vitest';
import { layBoard, withoutLines } from '#renderer/office/ranking/board-lines.ts';
import type { BoardTrack } from '#shared/ranking/board.ts';
import { rankedTrack, rankingRow } from './track.ts';

const shape = (track: BoardTrack): string[] =>
  layBoard(track).map((line) => (line.kind === 'row' ? line.row.code : line.kind));

describe('layBoard', () => {
  it('draws the cut line below the seats and the end of the reserve list below that', () => {
    expect(shape(rankedTrack())).toEqual(['01', '02', 'cut', '03', 'reserve', '04']);
  });

  it('draws no line without a quota and one line without a reserve list', () => {
    expect(shape(rankedTrack({ cutAfter: null, reserveAfter: null }))).toEqual(['01', '02', '03', '04']);
    expect(shape(rankedTrack({ reserveAfter: null }))).toEqual(['01', '02', 'cut', '03', '04']);
  });

  it('draws the cut line above everybody when nobody can be selected, and below everybody when all are', () => {
    expect(shape(rankedTrack({ cutAfter: 0, reserveAfter: null }))[0]).toBe('cut');
    expect(shape(rankedTrack({ cutAfter: 4, reserveAfter: 4 })).at(-1)).toBe('cut');
  });

  it('gives the rows alone for any other order', () => {
    expect(withoutLines(layBoard(rankedTrack()))).toHaveLength(4);
  });

  it('measures all bars on one axis, from the lowest total rounded down to ten points', () => {
    const rows = [
      rankingRow('01', { range: { lowest: 8000, highest: 9000 }, score: '85.00' }),
      rankingRow('02', { range: { lowest: 6300, highest: 6300 }, score: '63.00' }),
    ];
    const [first, second] = withoutLines(layBoard(rankedTrack({ rows })));
    expect(first?.kind === 'row' && first.bar).toEqual({
      from: 0.5,
      to: 0.75,
      score: 0.625,
      lowest: 8000,
      highest: 9000,
    });
    expect(second?.kind === 'row' && second.bar?.from).toBeCloseTo(0.075);
  });

  it('has no bar without a total', () => {
    const [line] = layBoard(rankedTrack({ rows: [rankingRow('01', { range: null, score: null })], cutAfter: null }));
    expect(line?.kind === 'row' && line.bar).toBeNull();
  });
});
