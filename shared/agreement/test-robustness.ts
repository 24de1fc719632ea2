import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { at } from '../base/at.ts';
import { compareBytes } from '../base/order.ts';
import { ok, type Result } from '../base/result.ts';
import { columnInput } from '../ranking/columns.ts';
import { voidWhere } from '../ranking/sheet-columns.ts';
import { candidateAt } from '../ranking/entrant.ts';
import { gatherFields, type Field } from '../ranking/gather.ts';
import { orderRound, type RankingRefusal } from '../ranking/order-round.ts';
import { describeRound } from '../ranking/rank-round.ts';
import type { ColumnInput, RankedTrack, RankingInput } from '../ranking/ranking.ts';
import { listCriteria } from '../round/rubric.ts';
import { collectSamples, emptyTally, noteStanding, type SampleTally } from './collect-samples.ts';
import { drawSample, emptyDraw, planDraws, type DrawPlan } from './draw-sample.ts';
import { leaveOutCriteria, leaveOutExperts, lineOf } from './leave-out.ts';
import { listExperts } from './score-table.ts';
import { rankSample, readyFields } from './rank-sample.ts';
import type { LeftOut, Robustness, TrackRobustness } from './robustness.ts';

/** Told how far the work is. */
export type Step = (done: number, total: number) => void;

export type RobustnessOptions = { readonly samples: number; readonly seed: number };

/** Ranks kept at most, so that memory stays below some hundred megabytes. */
const mostRanks = 50_000_000;
const fewestSamples = 50;

/**
 * How sure a ranking is of itself: the bootstrap (B. Efron & R. J. Tibshirani, "An Introduction to the Bootstrap" (1993),
 * chapters 6 and 13: percentile intervals) over experts or sheets, and the ranking without each expert and each criterion.
 * Every sample is ranked by the round's own rule: trims, minimum sheets, gates, ties, quotas and bands included.
 */
export function testRobustness(
  input: RankingInput,
  options: RobustnessOptions,
  step: Step = () => undefined,
): Result<Robustness, RankingRefusal> {
  const made = columnInput(input);
  if (!made.ok) return made;
  const kept = made.value;
  const round = orderRound(kept);
  if (!round.ok) return round;
  const base = describeRound(round.value, kept).tracks;
  // Who has too few sheets has no score for certain; a sheet drawn twice must not lend him one.
  const unscored = new Set(
    round.value.fields.flatMap(({ field, scores }) =>
      [...field.entrants].filter((_, entrant) => scores.denominators[entrant] === 0),
    ),
  );
  const sheets = voidWhere(kept.sheets, (place) => unscored.has(kept.sheets.candidates[place] ?? -1));
  const counted = { ...kept, sheets };
  const fields = gatherFields(counted);
  if (!fields.ok) return fields;
  return ok(testRanked({ input: counted, fields: fields.value, base }, options, step));
}

/** A round with its ranking. */
type RankedInput = {
  readonly input: ColumnInput;
  readonly fields: readonly Field[];
  readonly base: readonly RankedTrack[];
};

function testRanked(ranked: RankedInput, options: RobustnessOptions, step: Step): Robustness {
  const { input, fields, base } = ranked;
  const room = Math.floor(mostRanks / Math.max(1, input.candidates.count));
  const samples = Math.min(options.samples, Math.max(fewestSamples, room));
  const experts = fields.map((field) => listExperts(field).map((expert) => at(field.columns.sheets.expertIds, expert)));
  const everyone = [...new Set(experts.flat())].toSorted(compareBytes);
  const criteria = new Map(input.rubrics.map((rubric) => [rubric.id, listCriteria(rubric).map(({ id }) => id)]));
  const total = samples + everyone.length + [...criteria.values()].flat().length;
  let done = 0;
  const next = (): void => step((done += 1), total);
  const { plans, tallies } = resample(ranked, { ...options, samples }, next);
  const byExpert = leaveOutExperts(input, everyone, base, next);
  const byRubric = new Map(
    [...criteria].map(([id, ids]) => [id, leaveOutCriteria(input, id, ids, base, next)] as const),
  );
  const tracks = base.map((track, index): TrackRobustness => {
    const own = at(experts, index);
    const line = lineOf(track, input);
    return {
      trackId: track.trackId,
      name: track.name,
      line,
      unit: at(plans, index).unit,
      keepsNormalisation: at(plans, index).unit === 'sheets' && input.policy.normalisation !== 'none',
      experts: own.length,
      candidates: collectSamples(track, at(tallies, index), line, samples),
      withoutExpert: pick(byExpert[index], own),
      withoutCriterion: pick(byRubric.get(track.rubricId)?.[index], criteria.get(track.rubricId) ?? []),
    };
  });
  return { seed: options.seed, samples, tracks };
}

function pick(found: ReadonlyMap<string, LeftOut> | undefined, ids: readonly string[]): LeftOut[] {
  return ids.flatMap((id) => found?.get(id) ?? []);
}

type Collected = { readonly plans: readonly DrawPlan[]; readonly tallies: readonly SampleTally[] };

/** Draws and ranks all samples. */
function resample(
  { input, fields, base }: RankedInput,
  { samples, seed }: RobustnessOptions,
  step: () => void,
): Collected {
  const { minimumSheets: minimum, normalisation } = input.policy;
  const refill = normalisation === 'none' ? 'own' : 'drawn';
  const plans = fields.map((field) => planDraws(field, { unit: null, minimum, refill }));
  const draws = plans.map(emptyDraw);
  const ready = readyFields(fields, input);
  const random = xoroshiro128plus(seed);
  const tallies = fields.map((field, index) =>
    emptyTally(
      Array.from(field.entrants.keys(), (entrant) => candidateAt(field, entrant).id),
      at(base, index),
      lineOf(at(base, index), input),
      samples,
    ),
  );
  for (let sample = 0; sample < samples; sample += 1) {
    for (const [index, plan] of plans.entries()) drawSample(plan, random, at(draws, index));
    for (const [index, standing] of rankSample(ready, draws, input).entries())
      noteStanding(at(tallies, index), standing, sample);
    step();
  }
  return { plans, tallies };
}
