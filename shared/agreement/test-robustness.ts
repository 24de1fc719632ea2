import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { at } from '../base/at.ts';
import { compareBytes } from '../base/order.ts';
import { ok, type Result } from '../base/result.ts';
import { gatherFields, type Field } from '../ranking/gather.ts';
import { rankRound, type RankingRefusal } from '../ranking/rank-round.ts';
import type { RankedTrack, RankingInput } from '../ranking/ranking.ts';
import { listCriteria } from '../round/rubric.ts';
import { collectSamples, emptyTally, noteStanding, type SampleTally } from './collect-samples.ts';
import { copySample } from './copy-sample.ts';
import { drawSample, planDraws, type DrawPlan } from './draw-sample.ts';
import { leaveOutCriteria, leaveOutExperts, lineOf } from './leave-out.ts';
import { isQuick, rankSample, readyFields, type SampleStanding } from './rank-sample.ts';
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
  const base = rankRound(input);
  if (!base.ok) return base;
  // Who has too few sheets has no score for certain; a sheet drawn twice must not lend him one.
  const scored = new Set(
    base.value.tracks.flatMap(({ rows }) =>
      rows.filter(({ score }) => score !== null).map(({ candidateId }) => candidateId),
    ),
  );
  const counted = { ...input, sheets: input.sheets.filter(({ candidateId }) => scored.has(candidateId)) };
  const fields = gatherFields(counted);
  if (!fields.ok) return fields;
  return ok(testRanked({ input: counted, fields: fields.value, base: base.value.tracks }, options, step));
}

/** A round with its ranking. */
type RankedInput = {
  readonly input: RankingInput;
  readonly fields: readonly Field[];
  readonly base: readonly RankedTrack[];
};

function testRanked(ranked: RankedInput, options: RobustnessOptions, step: Step): Robustness {
  const { input, fields, base } = ranked;
  const room = Math.floor(mostRanks / Math.max(1, input.candidates.length));
  const samples = Math.min(options.samples, Math.max(fewestSamples, room));
  const experts = expertsOf(fields);
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

/** Experts with a valid sheet in each track, by bytes of the id. */
function expertsOf(fields: readonly Field[]): string[][] {
  return fields.map(({ entrants }) =>
    [...new Set(entrants.flatMap(({ valid }) => valid.map(({ sheet }) => sheet.expertId)))].toSorted(compareBytes),
  );
}

type Collected = { readonly plans: readonly DrawPlan[]; readonly tallies: readonly SampleTally[] };

/** Draws and ranks all samples. Normalised rounds draw experts only: an expert's own spread must stay whole. */
function resample(
  { input, fields, base }: RankedInput,
  { samples, seed }: RobustnessOptions,
  step: () => void,
): Collected {
  const { policy } = input;
  const drawing = isQuick(policy)
    ? { unit: null, minimum: policy.minimumSheets }
    : { unit: 'experts' as const, minimum: 0 };
  let place = 0;
  const plans = fields.map((field) => {
    const plan = planDraws(field, place, drawing);
    place += plan.count;
    return plan;
  });
  const weights = new Uint16Array(place);
  const random = xoroshiro128plus(seed);
  const tallies = fields.map((field, index) =>
    emptyTally(
      field.entrants.map(({ candidate }) => candidate.id),
      at(base, index),
      lineOf(at(base, index), input),
      samples,
    ),
  );
  const rank = makeRanker(input, fields);
  for (let sample = 0; sample < samples; sample += 1) {
    for (const plan of plans) drawSample(plan, random, weights);
    for (const [index, standing] of rank(weights).entries()) noteStanding(at(tallies, index), standing, sample);
    step();
  }
  return { plans, tallies };
}

/** The quick way to rank a sample where there is one, else the full ranking of the copied sheets. */
function makeRanker(
  input: RankingInput,
  fields: readonly Field[],
): (weights: Uint16Array) => readonly SampleStanding[] {
  if (isQuick(input.policy)) {
    const ready = readyFields(fields);
    return (weights) => {
      rankSample(ready, weights, input);
      return ready;
    };
  }
  return (weights) => rankInFull(copySample(input, fields, weights), fields);
}

/** The full ranking of a round, laid out along the entrants of its fields. */
export function rankInFull(input: RankingInput, fields: readonly Field[]): SampleStanding[] {
  const ranked = rankRound(input);
  if (!ranked.ok) throw new Error(`a sample cannot be ranked: ${ranked.error.code}`);
  return ranked.value.tracks.map(({ rows }, index) => {
    const byId = new Map(rows.map((row) => [row.candidateId, row]));
    const own = at(fields, index).entrants.map(({ candidate }) => byId.get(candidate.id));
    return {
      ranks: Int32Array.from(own, (row) => row?.rank ?? 0),
      statuses: own.map((row) => row?.status ?? 'no-score'),
    };
  });
}
