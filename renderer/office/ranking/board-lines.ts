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

/** A candidate at its place in the track's rows. What is sorted lies in the open: the grid reads it a million times. */
export type RowLine = Pick<BoardRow, 'rank' | 'code' | 'name' | 'unit' | 'sheets' | 'status' | 'tie'> & {
  readonly kind: 'row';
  readonly id: string;
  readonly row: BoardRow;
  readonly place: number;
  /** The score as a number, null without one. */
  readonly points: number | null;
  /** Hundredths; null without a valid sheet. */
  readonly spread: number | null;
};

/** One line of the board: a candidate, or a drawn line between candidates. */
export type BoardLine =
  | RowLine
  | { readonly kind: 'cut'; readonly id: string; readonly track: BoardTrack }
  | { readonly kind: 'reserve'; readonly id: string; readonly track: BoardTrack };

/** The rows of a track with the cut line and the end of the reserve list between them. */
export function layBoard(track: BoardTrack): BoardLine[] {
  const lines: BoardLine[] = [];
  const drawAfter = (count: number): void => {
    if (track.cutAfter === count) lines.push({ kind: 'cut', id: 'cut-line', track });
    if (track.reserveAfter === count && track.reserveAfter !== track.cutAfter)
      lines.push({ kind: 'reserve', id: 'reserve-line', track });
  };
  drawAfter(0);
  for (const [place, row] of track.rows.entries()) {
    lines.push(lineOf(row, place));
    drawAfter(place + 1);
  }
  return lines;
}

function lineOf(row: BoardRow, place: number): RowLine {
  const { candidateId: id, rank, code, name, unit, score, sheets, status, tie, spread } = row;
  const points = score === null ? null : Number(score);
  return {
    kind: 'row',
    id,
    row,
    place,
    rank,
    code,
    name,
    unit,
    points,
    sheets,
    status,
    tie,
    spread: spread?.hundredths ?? null,
  };
}

/** Takes the drawn lines out of rows in any other order than the ranking's own, where a line would say something wrong. */
export function dropLines(nodes: { readonly data?: BoardLine | undefined }[]): void {
  // Searched from the end: taking one out does not move those before it.
  for (let at = nodes.length - 1; at >= 0; at -= 1) if (nodes[at]?.data?.kind !== 'row') nodes.splice(at, 1);
}

export type Axis = { readonly from: number; readonly to: number };

/** From the lowest valid total of the track, rounded down to ten points, to the rubric's maximum. */
export function findAxis({ rows, maximum }: BoardTrack): Axis {
  const lowest = rows.reduce((least, { range }) => Math.min(least, range?.lowest ?? maximum), maximum);
  return { from: Math.min(Math.floor(lowest / 1000) * 1000, maximum - 1), to: maximum };
}

export function measureBar({ range, score }: BoardRow, { from, to }: Axis): SpreadBar | null {
  if (range === null) return null;
  const { lowest, highest } = range;
  const share = (hundredths: number): number => Math.min(1, Math.max(0, (hundredths - from) / (to - from)));
  const place = score === null ? null : share(Number(score) * 100);
  return { from: share(lowest), to: share(highest), score: place, lowest, highest };
}
