import { at, intAt } from '../base/at.ts';
import { compareBytes } from '../base/order.ts';
import { lowestVersion, type Policy } from '../round/policy.ts';
import { isListed, listCandidates } from './columns.ts';
import type {
  Ranking,
  RankingCandidate,
  RankingInput,
  RankingRow,
  RankingSheet,
  ColumnInput,
  TieDecision,
} from './ranking.ts';
import { isVoid } from './sheet-columns.ts';

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
  const experts = isListed(input) ? digestLists(input.sheets, sha256) : readDigests(input);
  // Candidates are many: their keys are written in order, here as everywhere below, so that nothing need sort them.
  return JSON.stringify({
    candidates: sortById(listCandidates(input)).map(pickCandidate),
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

type ExpertDigest = { readonly id: string; readonly sheets: string; readonly void: boolean | string[] };

function digestLists(sheets: readonly RankingSheet[], sha256: (text: string) => string): ExpertDigest[] {
  return sortByKey(groupByExpert(sheets)).map(([id, own]) => {
    const voided = own.filter((sheet) => sheet.void).map(({ candidateId }) => candidateId);
    return { id, sheets: sha256(canonicalSheets(own)), void: voidOf(voided, own.length) };
  });
}

/** Sheets stand expert by expert, experts by bytes of the id. */
function readDigests({ sheets, candidates: { list } }: ColumnInput): ExpertDigest[] {
  const { expertIds, digests, experts, flags, candidates, count } = sheets;
  const counted = new Int32Array(expertIds.length);
  const voided = expertIds.map((): string[] => []);
  for (let sheet = 0; sheet < count; sheet += 1) {
    const expert = intAt(experts, sheet);
    counted[expert] = intAt(counted, expert) + 1;
    if (isVoid(intAt(flags, sheet))) {
      at(voided, expert).push(at(list, intAt(candidates, sheet)).id);
    }
  }
  return expertIds.flatMap((id, expert) => {
    const own = intAt(counted, expert);
    return own === 0 ? [] : [{ id, sheets: at(digests, expert), void: voidOf(at(voided, expert), own) }];
  });
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

/** All, none, or the candidates whose sheets are void. */
function voidOf(voided: readonly string[], count: number): boolean | string[] {
  return voided.length === 0 || voided.length === count ? voided.length > 0 : voided.toSorted(compareBytes);
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
