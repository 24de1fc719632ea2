import { at, doubleAt, intAt, lookUp } from '../base/at.ts';
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
import { columnInput, type Columns } from './columns.ts';
import { GatheredSheets, type Gathered } from './gathered-sheets.ts';
import type { RankingInput, SheetColumns } from './ranking.ts';
import type { RankingCode } from './sentences.ts';
import { failedGates, noPoints, shapeOf, type SheetShape } from './sheet-columns.ts';
import { sortByCandidate, type SortedSheets } from './sort-sheets.ts';
import { scaleOf, type WeightScale } from './weigh.ts';
import { incomplete, leftOut, weighSheets, type TrackRules } from './weigh-sheets.ts';

/**
 * A track with its entrants by bytes of the code. The valid sheets of entrant `e` take the slots `from[e]` up to, not
 * including, `from[e + 1]`, by bytes of the expert's id.
 */
export type Field = {
  readonly track: Track;
  readonly rubric: Rubric;
  readonly criteria: readonly Criterion[];
  /** Those that experts answer. */
  readonly gates: readonly Gate[];
  readonly maximum: Hundredths;
  readonly scale: WeightScale;
  readonly columns: Columns;
  readonly shape: SheetShape;
  /** Places of the entrants among the candidates. */
  readonly entrants: Int32Array;
  readonly from: Int32Array;
  /** By slot: the place of the sheet among the sheets. */
  readonly sheets: Int32Array;
  /** By slot: the place of the expert. Copies of an expert in a sample take places behind all others. */
  readonly experts: Int32Array;
  /** By slot: the total under the policy's category weights, in units of `scale`. */
  readonly weighted: Float64Array;
  /** By entrant: 1 when a valid sheet fails some gate. */
  readonly voted: Uint8Array;
  /** Places of sheets by entrant that were recused, abstained or made void: these leave the mean, they are no zeros. */
  readonly left: ReadonlyMap<number, readonly number[]>;
  /** Codes of trial candidates (试评), which take no part, by bytes. */
  readonly trial: readonly string[];
};

/** Brings sheets to candidates and candidates to tracks; refuses what does not fit together. Every track's rubric is known. */
export function gatherFields(input: RankingInput): Result<Field[], RankingCode> {
  const made = columnInput(input);
  if (!made.ok) return made;
  const columns = { candidates: made.value.candidates, sheets: made.value.sheets };
  const trials = findTrials(columns, input);
  if (!trials.ok) return trials;
  const sorted = sortByCandidate(columns);
  if (!sorted.ok) return sorted;
  const tracks = input.tracks.map((track, place) => {
    const rubric = lookUp(new Map(input.rubrics.map((one) => [one.id, one])), track.rubricId);
    return { track, place, rubric, scale: scaleOf(rubric, input.policy.weights) };
  });
  const weighed = weighSheets(columns, tracks);
  const gathering = { columns, trials: trials.value, sorted: sorted.value, weighed };
  const fields: Field[] = [];
  for (const track of tracks) {
    const field = gatherField(track, gathering);
    if (!field.ok) return field;
    fields.push(field.value);
  }
  return ok(fields);
}

/** Places of trial candidates: of every one with such a code. */
function findTrials({ candidates }: Columns, { policy }: RankingInput): Result<ReadonlySet<number>, RankingCode> {
  const stray = candidates.tracks.indexOf(-1);
  if (stray >= 0) {
    const { code, trackId } = at(candidates.list, stray);
    return fail('ranking.track-unknown', { candidate: code, track: trackId });
  }
  if (policy.trial.length === 0) return ok(new Set());
  const codes = new Set(candidates.list.map(({ code }) => code));
  const unknown = policy.trial.find((code) => !codes.has(code));
  if (unknown !== undefined) return fail('ranking.policy-trial-unknown', { code: unknown });
  const trial = new Set(policy.trial);
  return ok(new Set(candidates.list.flatMap(({ code }, place) => (trial.has(code) ? [place] : []))));
}

type Gathering = {
  readonly columns: Columns;
  readonly trials: ReadonlySet<number>;
  readonly sorted: SortedSheets;
  readonly weighed: Float64Array;
};

function gatherField(rules: TrackRules, { columns, trials, sorted, weighed }: Gathering): Result<Field, RankingCode> {
  const { place, rubric } = rules;
  const { candidates, sheets } = columns;
  const own = new GatheredSheets(candidates.count, sheets.count);
  const trial: string[] = [];
  for (let candidate = 0; candidate < candidates.count; candidate += 1) {
    if (candidates.tracks[candidate] !== place) continue;
    const isTrial = trials.size > 0 && trials.has(candidate);
    const end = intAt(sorted.from, candidate + 1);
    for (let index = intAt(sorted.from, candidate); index < end; index += 1) {
      const sheet = intAt(sorted.sheets, index);
      const weighted = doubleAt(weighed, sheet);
      if (weighted === incomplete) {
        return fail('ranking.sheet-incomplete', lacking(columns, rubric, candidate, sheet));
      }
      if (isTrial) continue;
      if (weighted === leftOut) own.leave(sheet);
      else own.add(sheet, weighted);
    }
    if (isTrial) trial.push(at(candidates.list, candidate).code);
    else own.close(candidate);
  }
  return ok(describeField(rules, columns, own.finish(), trial));
}

function describeField(
  { track, rubric, scale }: TrackRules,
  columns: Columns,
  gathered: Gathered,
  trial: readonly string[],
): Field {
  let experts: Int32Array | null = null;
  return {
    track,
    rubric,
    criteria: listCriteria(rubric),
    gates: listExpertGates(rubric),
    maximum: rubricMaximum(rubric),
    scale,
    columns,
    shape: shapeOf(rubric),
    trial,
    ...gathered,
    voted: findVoted(gathered, columns.sheets),
    // Only normalisation and analyses ask.
    get experts() {
      experts ??= gathered.sheets.map((sheet) => intAt(columns.sheets.experts, sheet));
      return experts;
    },
  };
}

/** By entrant, whether a valid sheet fails a gate; mostly none does. */
function findVoted(
  { entrants, from, sheets: slots }: Pick<Field, 'entrants' | 'from' | 'sheets'>,
  { flags }: SheetColumns,
) {
  const voted = new Uint8Array(entrants.length);
  let all = 0;
  for (let sheet = 0; sheet < flags.length; sheet += 1) all |= intAt(flags, sheet);
  if (failedGates(all) === 0) return voted;
  for (let entrant = 0; entrant < voted.length; entrant += 1) {
    const own = slots.subarray(from[entrant], from[entrant + 1]);
    voted[entrant] = own.some((sheet) => failedGates(intAt(flags, sheet)) !== 0) ? 1 : 0;
  }
  return voted;
}

function lacking({ sheets, candidates }: Columns, rubric: Rubric, candidate: number, sheet: number) {
  const { points, stride } = sheets.details;
  const criteria = listCriteria(rubric);
  const missing = criteria.findIndex((_, index) => points[sheet * stride + index] === noPoints);
  return { candidate: at(candidates.list, candidate).code, criterion: at(criteria, missing).name };
}

/** How many valid sheets an entrant has. */
export function countOf({ from }: Field, entrant: number): number {
  return intAt(from, entrant + 1) - intAt(from, entrant);
}

/** Sum of an entrant's points for one criterion (by its place in the rubric) over all valid sheets, in hundredths. */
export function sumPoints({ from, sheets, columns }: Field, entrant: number, criterion: number): Hundredths {
  const { points, stride } = columns.sheets.details;
  let sum = 0;
  for (let slot = intAt(from, entrant); slot < intAt(from, entrant + 1); slot += 1) {
    sum += intAt(points, intAt(sheets, slot) * stride + criterion);
  }
  return sum;
}

/** As `sumPoints`, for one category. */
export function sumCategory({ from, sheets, columns }: Field, entrant: number, category: number): Hundredths {
  const { categories, categoryStride } = columns.sheets;
  let sum = 0;
  for (let slot = intAt(from, entrant); slot < intAt(from, entrant + 1); slot += 1) {
    sum += intAt(categories, intAt(sheets, slot) * categoryStride + category);
  }
  return sum;
}
