import { at } from '../base/at.ts';
import { compareBytes } from '../base/order.ts';
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
 * seats (ruling 8); the rest is sorted by bytes of ids, so the order in which packages arrived leaves no mark. Of each
 * expert stands the digest of its sheets, and which of them are void: all, none, or those of the candidates named.
 * @param sha256 SHA-256 of a text's UTF-8 bytes in hexadecimal
 */
export function canonicalRankingInputs(input: RankingInput, sha256: (text: string) => string): string {
  const experts = sortByKey(groupByExpert(input.sheets)).map(([id, sheets]) => {
    const known = input.digests?.get(id);
    const digest = known?.sheets === sheets.length ? known.digest : sha256(canonicalSheets(sheets));
    return { id, sheets: digest, void: voidOf(sheets) };
  });
  // Candidates are many: their keys are written in order, here as everywhere below, so that nothing need sort them.
  return JSON.stringify({
    candidates: sortById(input.candidates).map(pickCandidate),
    decisions: sortById(input.decisions).map(pickDecision),
    experts,
    rubrics: sortDeep(sortById(input.rubrics)),
    tracks: sortDeep(input.tracks),
  });
}

/** The text of one expert's sheets that its digest is taken of: by bytes of the candidates' ids, without who is void. */
export function canonicalSheets(sheets: readonly RankingSheet[]): string {
  return JSON.stringify(sheets.toSorted((a, b) => compareBytes(a.candidateId, b.candidateId)).map(pickSheet));
}

function groupByExpert(sheets: readonly RankingSheet[]): Map<string, RankingSheet[]> {
  const groups = new Map<string, RankingSheet[]>();
  for (const sheet of sheets) {
    const group = groups.get(sheet.expertId);
    if (group === undefined) groups.set(sheet.expertId, [sheet]);
    else group.push(sheet);
  }
  return groups;
}

function voidOf(sheets: readonly RankingSheet[]): boolean | string[] {
  const voided = sheets.filter((sheet) => sheet.void);
  if (voided.length === 0 || voided.length === sheets.length) return voided.length > 0;
  return voided.map(({ candidateId }) => candidateId).toSorted(compareBytes);
}

function sortByKey<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].toSorted(([left], [right]) => compareBytes(left, right));
}

/**
 * What `resultHash` is taken of: the list as `mtx rank --json` shows it under `tracks`, with the fields named here;
 * of a tie only its rule, since who shares a score is plain from the scores.
 */
export function canonicalResult(ranking: Ranking): string {
  return JSON.stringify(
    ranking.tracks.map(({ trackId, quota, rows }) => ({ quota, rows: rows.map(pickRow), track: trackId })),
  );
}

function pickRow({ rank, candidateId, code, name, score, exact, sheets, trimmed, status, tie }: RankingRow): object {
  return { candidateId, code, exact, name, rank, score, sheets, status, tie: tie?.rule ?? null, trimmed };
}

function pickCandidate({ id, code, name, unit, trackId, staffVeto }: RankingCandidate): RankingCandidate {
  const veto = staffVeto === null ? null : { gateId: staffVeto.gateId, reason: staffVeto.reason };
  return { code, id, name, staffVeto: veto, trackId, unit };
}

/**
 * Without `id`, which only names the sheet on this machine (expert and candidate name it everywhere), and without
 * `total`, which follows from the points; keys in order.
 */
function pickSheet({ candidateId, fraud, gates, points, state }: RankingSheet): object {
  return { candidateId, fraud, gates: sortKeys(gates), points: sortKeys(points), state };
}

function pickDecision({ id, trackId, order }: TieDecision): TieDecision {
  return { id, order, trackId };
}

function sortById<Item extends { readonly id: string }>(items: readonly Item[]): Item[] {
  return items.toSorted((a, b) => compareBytes(a.id, b.id));
}
