import type { BoardTrack, BoardRow } from '#shared/ranking/board.ts';

/** Lowest and highest valid total and the score, as shares (0 … 1) of the axis that all rows of a track have in common. */
export type SpreadBar = {
  readonly from: number;
  readonly to: number;
  readonly score: number | null;
  /** Hundredths. */
  readonly lowest: number;
  readonly highest: number;
};

/** One line of the board: a candidate, or a drawn line between candidates. */
export type BoardLine =
  | { readonly kind: 'row'; readonly id: string; readonly row: BoardRow; readonly bar: SpreadBar | null }
  | { readonly kind: 'cut'; readonly id: string; readonly track: BoardTrack }
  | { readonly kind: 'reserve'; readonly id: string; readonly track: BoardTrack };

/** The rows of a track with the cut line and the end of the reserve list between them. */
export function layBoard(track: BoardTrack): BoardLine[] {
  const axis = findAxis(track);
  const lines: BoardLine[] = [];
  const drawAfter = (count: number): void => {
    if (track.cutAfter === count) lines.push({ kind: 'cut', id: 'cut-line', track });
    if (track.reserveAfter === count && track.reserveAfter !== track.cutAfter)
      lines.push({ kind: 'reserve', id: 'reserve-line', track });
  };
  drawAfter(0);
  track.rows.forEach((row, index) => {
    lines.push({ kind: 'row', id: row.candidateId, row, bar: measureBar(row, axis) });
    drawAfter(index + 1);
  });
  return lines;
}

/** The board without drawn lines: for any order but the ranking's own, where a line would say something wrong. */
export function withoutLines(lines: readonly BoardLine[]): BoardLine[] {
  return lines.filter(({ kind }) => kind === 'row');
}

type Axis = { readonly from: number; readonly to: number };

/** From the lowest valid total of the track, rounded down to ten points, to the rubric's maximum. */
function findAxis({ rows, maximum }: BoardTrack): Axis {
  const lowest = rows.reduce((least, { range }) => Math.min(least, range?.lowest ?? maximum), maximum);
  return { from: Math.min(Math.floor(lowest / 1000) * 1000, maximum - 1), to: maximum };
}

function measureBar({ range, score }: BoardRow, { from, to }: Axis): SpreadBar | null {
  if (range === null) return null;
  const { lowest, highest } = range;
  const share = (hundredths: number): number => Math.min(1, Math.max(0, (hundredths - from) / (to - from)));
  const place = score === null ? null : share(Number(score) * 100);
  return { from: share(lowest), to: share(highest), score: place, lowest, highest };
}
