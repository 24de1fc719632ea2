import { describe, expect, it } from 'vitest';
import { dropLines, findAxis, layBoard, measureBar } from '#renderer/office/ranking/board-lines.ts';
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

  it('keeps the rows alone for any other order', () => {
    const nodes = layBoard(rankedTrack()).map((data) => ({ data }));
    dropLines(nodes);
    expect(nodes.map(({ data }) => data.kind)).toEqual(['row', 'row', 'row', 'row']);
  });
});

describe('the bar of a row', () => {
  it('lies on one axis for all, from the lowest total rounded down to ten points', () => {
    const high = rankingRow('01', { range: { lowest: 8000, highest: 9000 }, score: '85.00' });
    const low = rankingRow('02', { range: { lowest: 6300, highest: 6300 }, score: '63.00' });
    const axis = findAxis(rankedTrack({ rows: [high, low] }));
    expect(measureBar(high, axis)).toEqual({ from: 0.5, to: 0.75, score: 0.625, lowest: 8000, highest: 9000 });
    expect(measureBar(low, axis)?.from).toBeCloseTo(0.075);
  });

  it('is not there without a total', () => {
    const row = rankingRow('01', { range: null, score: null });
    expect(measureBar(row, findAxis(rankedTrack({ rows: [row] })))).toBeNull();
  });
});
