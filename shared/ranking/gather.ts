import { at, lookUp } from '../base/at.ts';
import { compareBytes } from '../base/order.ts';
import { placesOf } from '../base/places.ts';
import type { Hundredths } from '../base/points.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { Track } from '../round/round.ts';
import {
  listCriteria,
  listExpertGates,
  rubricMaximum,
  type Criterion,
  type Gate,
  type Rubric,
} from '../round/rubric.ts';
import type { RankingCandidate, RankingInput, RankingSheet } from './ranking.ts';
import type { RankingCode } from './sentences.ts';
import { scaleOf, weighSheet, type WeightScale } from './weigh.ts';

/** A sheet that counts. */
export type ValidSheet = {
  readonly sheet: RankingSheet;
  /** The expert's place by bytes of the id. */
  readonly expert: number;
  /** Sum of the points. */
  readonly total: Hundredths;
  /** The total under the policy's category weights, in units of the field. */
  readonly weighted: number;
  /** The weighted total after normalisation, in the unit that normalisation says. */
  value: number;
};

/** A candidate with its sheets, both lists by bytes of the expert's id. */
export type Entrant = {
  readonly candidate: RankingCandidate;
  readonly valid: ValidSheet[];
  /** Recused, abstained or void: these leave the mean, they are no zeros. */
  readonly left: RankingSheet[];
};

/** A track with its entrants by bytes of the code. */
export type Field = {
  readonly track: Track;
  readonly rubric: Rubric;
  readonly criteria: readonly Criterion[];
  /** Those that experts answer. */
  readonly gates: readonly Gate[];
  readonly maximum: Hundredths;
  readonly scale: WeightScale;
  readonly entrants: Entrant[];
  /** Codes of trial candidates (试评), which take no part, by bytes. */
  readonly trial: string[];
};

/** Brings sheets to candidates and candidates to tracks; refuses what does not fit together. Every track's rubric is known. */
export function gatherFields(input: RankingInput): Result<Field[], RankingCode> {
  const fields = openFields(input);
  const entrants = enterCandidates(input, new Map(fields.map((field) => [field.track.id, field])));
  if (!entrants.ok) return entrants;
  const refusal = addSheets(input.sheets, entrants.value);
  if (!refusal.ok) return refusal;
  for (const field of fields) {
    field.entrants.sort((a, b) => compareBytes(a.candidate.code, b.candidate.code) || byId(a, b));
    field.trial.sort(compareBytes);
  }
  return ok(fields);
}

function byId(left: Entrant, right: Entrant): number {
  return compareBytes(left.candidate.id, right.candidate.id);
}

function openFields({ tracks, rubrics, policy }: RankingInput): Field[] {
  return tracks.map((track) => {
    const rubric = at(
      rubrics.filter(({ id }) => id === track.rubricId),
      0,
    );
    const [criteria, gates] = [listCriteria(rubric), listExpertGates(rubric)];
    const scale = scaleOf(rubric, policy.weights);
    return { track, rubric, criteria, gates, maximum: rubricMaximum(rubric), scale, entrants: [], trial: [] };
  });
}

type Entry = { readonly entrant: Entrant; readonly field: Field };

function enterCandidates(
  { candidates, policy }: RankingInput,
  fields: ReadonlyMap<string, Field>,
): Result<ReadonlyMap<string, Entry>, RankingCode> {
  const entries = new Map<string, Entry>();
  const trial = new Set(policy.trial);
  const codes = new Set(candidates.map(({ code }) => code));
  const unknown = policy.trial.find((code) => !codes.has(code));
  if (unknown !== undefined) return fail('ranking.policy-trial-unknown', { code: unknown });
  for (const candidate of candidates) {
    const field = fields.get(candidate.trackId);
    if (field === undefined) {
      return fail('ranking.track-unknown', { candidate: candidate.code, track: candidate.trackId });
    }
    if (entries.has(candidate.id)) return fail('ranking.candidate-repeated', { candidate: candidate.code });
    const entrant: Entrant = { candidate, valid: [], left: [] };
    entries.set(candidate.id, { entrant, field });
    if (trial.has(candidate.code)) field.trial.push(candidate.code);
    else field.entrants.push(entrant);
  }
  return ok(entries);
}

function addSheets(sheets: readonly RankingSheet[], entries: ReadonlyMap<string, Entry>): Result<null, RankingCode> {
  const experts = placesOf(expertsOf(sheets));
  for (const sheet of sheets) {
    const entry = entries.get(sheet.candidateId);
    if (entry === undefined) return fail('ranking.sheet-orphan', { sheet: sheet.id });
    const { entrant, field } = entry;
    if (sheet.void || sheet.state !== 'scored') {
      entrant.left.push(sheet);
      continue;
    }
    const total = sheet.total ?? sumPoints(sheet, field.criteria);
    if (typeof total !== 'number') {
      return fail('ranking.sheet-incomplete', { candidate: entrant.candidate.code, criterion: total.lacking });
    }
    const weighted = field.scale.percents === null ? total : weighSheet(sheet, field.rubric, field.scale.percents);
    entrant.valid.push({ sheet, expert: lookUp(experts, sheet.expertId), total, weighted, value: weighted });
  }
  for (const { entrant } of entries.values()) {
    entrant.valid.sort((a, b) => a.expert - b.expert);
    entrant.left.sort((a, b) => compareBytes(a.expertId, b.expertId));
    if (hasRepeatedExpert(entrant)) return fail('ranking.sheet-repeated', { candidate: entrant.candidate.code });
  }
  return ok(null);
}

function* expertsOf(sheets: readonly RankingSheet[]): Generator<string> {
  for (const { expertId } of sheets) yield expertId;
}

function sumPoints(
  { points }: RankingSheet,
  criteria: readonly Criterion[],
): Hundredths | { readonly lacking: string } {
  let sum = 0;
  for (const { id, name, max } of criteria) {
    const given = points[id];
    if (given === undefined || !Number.isInteger(given) || given < 0 || given > max) return { lacking: name };
    sum += given;
  }
  return sum;
}

function hasRepeatedExpert({ valid, left }: Entrant): boolean {
  if (left.length === 0) {
    return valid.some(({ expert }, index) => expert === valid[index + 1]?.expert);
  }
  const experts = [...valid.map(({ sheet }) => sheet.expertId), ...left.map(({ expertId }) => expertId)];
  return new Set(experts).size !== experts.length;
}

/** Sheets of the same expert together, in the order in which they come. */
export function groupByExpert(sheets: readonly ValidSheet[]): Map<string, ValidSheet[]> {
  const groups = new Map<string, ValidSheet[]>();
  for (const valid of sheets) {
    const group = groups.get(valid.sheet.expertId);
    if (group === undefined) groups.set(valid.sheet.expertId, [valid]);
    else group.push(valid);
  }
  return groups;
}
