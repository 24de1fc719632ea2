import { at, lookUp } from '../base/at.ts';
import { compareBytes } from '../base/order.ts';
import { placesOf } from '../base/places.ts';
import { lowestVersion, type Policy } from '../round/policy.ts';
import type { Ranking, RankingCandidate, RankingInput, RankingRow, RankingSheet, TieDecision } from './ranking.ts';

/**
 * JSON without white space, object keys by bytes: one text for one value. For text, numbers, booleans, null, and lists
 * and records of these; keys are names, never whole numbers (which JavaScript would put first).
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sortDeep(value));
}

function sortDeep(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortDeep);
  if (typeof value !== 'object' || value === null) return value;
  return sortKeys(Object.fromEntries(Object.entries(value).map(([key, item]) => [key, sortDeep(item)])));
}

/** The record itself when its keys are in order already. */
function sortKeys<Item>(record: Readonly<Record<string, Item>>): Readonly<Record<string, Item>> {
  const keys = Object.keys(record);
  if (keys.every((key, index) => index === 0 || compareBytes(at(keys, index - 1), key) < 0)) return record;
  return Object.fromEntries(Object.entries(record).toSorted(([left], [right]) => compareBytes(left, right)));
}

/** What `policyHash` is taken of: the policy in the lowest version that can say it. */
export function canonicalPolicy(policy: Policy): string {
  return canonicalJson(lowestVersion(policy));
}

/**
 * What `inputsHash` is taken of: all but the policy. Tracks stay in their order, which decides who receives passed-on
 * seats (ruling 8); the rest is sorted by bytes of ids, so the order in which packages arrived leaves no mark.
 */
export function canonicalRankingInputs(input: RankingInput): string {
  // Keys of the outer record and of the sheets are written in order; sheets are many, so nothing sorts them again.
  return JSON.stringify({
    candidates: sortDeep(sortById(input.candidates).map(pickCandidate)),
    decisions: sortDeep(sortById(input.decisions).map(pickDecision)),
    rubrics: sortDeep(sortById(input.rubrics)),
    sheets: sortSheets(input.sheets).map(pickSheet),
    tracks: sortDeep(input.tracks),
  });
}

/**
 * What `resultHash` is taken of: the list as `mtx rank --json` shows it under `tracks`, with the fields named here;
 * of a tie only its rule, since who shares a score is plain from the scores.
 */
export function canonicalResult(ranking: Ranking): string {
  return canonicalJson(
    ranking.tracks.map(({ trackId, quota, rows }) => ({ track: trackId, quota, rows: rows.map(pickRow) })),
  );
}

function pickRow({ rank, candidateId, code, name, score, exact, sheets, trimmed, status, tie }: RankingRow): object {
  return { rank, candidateId, code, name, score, exact, sheets, trimmed, status, tie: tie?.rule ?? null };
}

function pickCandidate({ id, code, name, unit, trackId, staffVeto }: RankingCandidate): RankingCandidate {
  const veto = staffVeto === null ? null : { gateId: staffVeto.gateId, reason: staffVeto.reason };
  return { id, code, name, unit, trackId, staffVeto: veto };
}

/**
 * Without `id`, which only names the sheet on this machine (expert and candidate name it everywhere), and without
 * `total`, which follows from the points; keys in order.
 */
function pickSheet(sheet: RankingSheet): Omit<RankingSheet, 'id' | 'total'> {
  return {
    candidateId: sheet.candidateId,
    expertId: sheet.expertId,
    fraud: sheet.fraud,
    gates: sortKeys(sheet.gates),
    points: sortKeys(sheet.points),
    state: sheet.state,
    void: sheet.void,
  };
}

function pickDecision({ id, trackId, order }: TieDecision): TieDecision {
  return { id, trackId, order };
}

function sortById<Item extends { readonly id: string }>(items: readonly Item[]): Item[] {
  return items.toSorted((a, b) => compareBytes(a.id, b.id));
}

/** By candidate, then expert; compared by their places in sorted lists, since sheets are many and ids long. */
function sortSheets(sheets: readonly RankingSheet[]): RankingSheet[] {
  const candidates = placesOf(sheets.map(({ candidateId }) => candidateId));
  const experts = placesOf(sheets.map(({ expertId }) => expertId));
  const keyed = sheets.map((sheet) => ({
    sheet,
    key: lookUp(candidates, sheet.candidateId) * experts.size + lookUp(experts, sheet.expertId),
  }));
  return keyed.toSorted((a, b) => a.key - b.key).map(({ sheet }) => sheet);
}
