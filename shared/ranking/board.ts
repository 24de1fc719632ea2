import type { Hundredths } from '../base/points.ts';
import type { RankedTrack, Ranking, RankingRow, TieRule } from './ranking.ts';

/** What the board shows of a tie: at most `namedEquals` codes, and how many more there are. */
export type BoardTie = { readonly rule: TieRule; readonly with: readonly string[]; readonly more: number };

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
  readonly tie: BoardTie | null;
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
  return {
    tracks: tracks.map((track) => {
      const equals = groupEquals(track.rows);
      return { ...track, rows: track.rows.map((row) => lighten(row, equals)) };
    }),
  };
}

type Equals = ReadonlyMap<string, readonly string[]>;

/** Codes by exact score, for the ranked rows; collected once, because a row's own list would take n² for n equals. */
function groupEquals(rows: readonly RankingRow[]): Equals {
  const groups = new Map<string, string[]>();
  for (const { rank, exact, code } of rows) {
    if (rank === null || exact === null) continue;
    const group = groups.get(exact);
    if (group === undefined) groups.set(exact, [code]);
    else group.push(code);
  }
  return groups;
}

function lighten(row: RankingRow, equals: Equals): BoardRow {
  const {
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
  } = row;
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
    tie: row.tie === null ? null : shorten(row.tie.rule, code, equals.get(exact ?? '') ?? []),
    range: rangeOf(row),
  };
}

function shorten(rule: TieRule, own: string, codes: readonly string[]): BoardTie {
  const named = codes.slice(0, namedEquals + 1).filter((code) => code !== own);
  const shown = named.slice(0, namedEquals);
  return { rule, with: shown, more: codes.length - 1 - shown.length };
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
