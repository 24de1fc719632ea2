import { compareBytes } from '../base/order.ts';
import type { Policy } from '../round/policy.ts';
import type { Ranking, RankingCandidate, RankingInput, RankingRow, RankingSheet, TieDecision } from './ranking.ts';

/** The rows as they are hashed and published: these fields of `RankingRow`, in this shape. */
export type PublishedRow = Pick<
  RankingRow,
  'rank' | 'candidateId' | 'code' | 'name' | 'score' | 'exact' | 'sheets' | 'trimmed' | 'status' | 'tie'
>;

/** A track as it is hashed and published; `track` is its id. */
export type PublishedTrack = {
  readonly track: string;
  readonly quota: number | null;
  readonly rows: readonly PublishedRow[];
};

/**
 * JSON without white space, object keys by bytes: one text for one value.
 * Everything hashed here is text, safe integers, booleans, null, and lists and records of these.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .toSorted(([a], [b]) => compareBytes(a, b));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}

/** What `policyHash` is taken of. */
export function canonicalPolicy(policy: Policy): string {
  return canonicalJson(policy);
}

/**
 * What `inputsHash` is taken of: all but the policy. Tracks stay in their order, which decides who receives passed-on
 * seats (ruling 8); the rest is sorted by bytes of ids, so the order in which packages arrived leaves no mark.
 */
export function canonicalRankingInputs(input: RankingInput): string {
  return canonicalJson({
    tracks: input.tracks,
    rubrics: sortBy(input.rubrics, ({ id }) => id),
    candidates: sortBy(input.candidates, ({ id }) => id).map(pickCandidate),
    sheets: sortBy(input.sheets, ({ candidateId, expertId }) => `${candidateId} ${expertId}`).map(pickSheet),
    decisions: sortBy(input.decisions, ({ id }) => id).map(pickDecision),
  });
}

/** What `resultHash` is taken of. */
export function canonicalResult(ranking: Ranking): string {
  return canonicalJson(publishTracks(ranking));
}

/** The part of a ranking that is published; `mtx rank --json` shows the same under `tracks`, with more fields. */
export function publishTracks(ranking: Ranking): PublishedTrack[] {
  return ranking.tracks.map(({ trackId, quota, rows }) => ({ track: trackId, quota, rows: rows.map(publishRow) }));
}

function publishRow(row: RankingRow): PublishedRow {
  const { rank, candidateId, code, name, score, exact, sheets, trimmed, status, tie } = row;
  return { rank, candidateId, code, name, score, exact, sheets, trimmed, status, tie };
}

function pickCandidate({ id, code, name, unit, trackId, staffVeto }: RankingCandidate): RankingCandidate {
  const veto = staffVeto === null ? null : { gateId: staffVeto.gateId, reason: staffVeto.reason };
  return { id, code, name, unit, trackId, staffVeto: veto };
}

/** Without `total`, which follows from the points. */
function pickSheet(sheet: RankingSheet): Omit<RankingSheet, 'total'> {
  const { id, expertId, candidateId, state, points, gates, fraud } = sheet;
  return { id, expertId, candidateId, state, points, gates, fraud, void: sheet.void };
}

function pickDecision({ id, trackId, order }: TieDecision): TieDecision {
  return { id, trackId, order };
}

function sortBy<Item>(items: readonly Item[], key: (item: Item) => string): Item[] {
  return items.toSorted((a, b) => compareBytes(key(a), key(b)));
}
