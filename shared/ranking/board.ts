import type { Hundredths } from '../base/points.ts';
import type { RankedTrack, Ranking, RankingRow, TieRule } from './ranking.ts';

/** A row of the board: light enough for a hundred thousand of them; the rest is told by the row's explanation. */
export type BoardRow = Pick<
  RankingRow,
  | 'rank'
  | 'candidateId'
  | 'code'
  | 'name'
  | 'unit'
  | 'score'
  | 'exact'
  | 'sheets'
  | 'trimmed'
  | 'status'
  | 'across'
  | 'spread'
  | 'veto'
  | 'fraudFlags'
> & {
  /** What parted the row from its equals, or that nothing did; null without equals. */
  readonly tie: TieRule | null;
  /** Lowest and highest raw total of the sheets that count or were trimmed; null without one. */
  readonly range: { readonly lowest: Hundredths; readonly highest: Hundredths } | null;
};

export type BoardTrack = Omit<RankedTrack, 'rows'> & { readonly rows: readonly BoardRow[] };

/** 排名表: the ranking as the window shows it. */
export type Board = { readonly tracks: readonly BoardTrack[] };

/** Codes of equals that the board names. */
export const namedEquals = 20;

/** Brings a ranking into the shape of the board. */
export function boardOf({ tracks }: Ranking): Board {
  return { tracks: tracks.map((track) => ({ ...track, rows: track.rows.map(lighten) })) };
}

/**
 * The codes of others with exactly the score of the row at a place, `namedEquals` at most, and whether there are more.
 * Equals stand side by side in a ranking, so that only they are looked at.
 */
export function listEquals(
  rows: readonly BoardRow[],
  place: number,
): { readonly codes: readonly string[]; readonly more: boolean } {
  const exact = rows[place]?.exact ?? null;
  if (exact === null) return { codes: [], more: false };
  const isEqual = (at: number): boolean => rows[at]?.exact === exact && rows[at].rank !== null;
  let first = place;
  while (place - first <= namedEquals && isEqual(first - 1)) first -= 1;
  const codes: string[] = [];
  for (let at = first; isEqual(at) && codes.length <= namedEquals; at += 1)
    if (at !== place) codes.push(rows[at]?.code ?? '');
  return { codes: codes.slice(0, namedEquals), more: codes.length > namedEquals };
}

function lighten(row: RankingRow): BoardRow {
  const { rank, candidateId, code, name, unit, score, exact, sheets, trimmed, status, across, spread, veto } = row;
  const { fraudFlags, tie } = row;
  return {
    rank,
    candidateId,
    code,
    name,
    unit,
    score,
    exact,
    sheets,
    trimmed,
    status,
    across,
    spread,
    veto,
    fraudFlags,
    tie: tie === null ? null : tie.rule,
    range: rangeOf(row),
  };
}

function rangeOf({ contributions }: RankingRow): BoardRow['range'] {
  let range: { lowest: Hundredths; highest: Hundredths } | null = null;
  for (const { total, mark } of contributions) {
    if (total === null || (mark !== 'used' && mark !== 'trimmed-high' && mark !== 'trimmed-low')) continue;
    range =
      range === null
        ? { lowest: total, highest: total }
        : { lowest: Math.min(range.lowest, total), highest: Math.max(range.highest, total) };
  }
  return range;
}
