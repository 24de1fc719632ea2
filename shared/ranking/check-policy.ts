import { at } from '../base/at.ts';
import { fail, ok, type Failure, type Result } from '../base/result.ts';
import type { Policy, TieLink } from '../round/policy.ts';
import type { Track } from '../round/round.ts';
import { listCriteria, type Rubric } from '../round/rubric.ts';
import type { RankingCode } from './sentences.ts';
import { scaleOf } from './weigh.ts';

/** The parts of a round that a policy is checked against. */
export type PolicyScope = { readonly tracks: readonly Track[]; readonly rubrics: readonly Rubric[] };

/**
 * Ruling 17: in a selection round the total quota equals the sum of the tracks' quotas.
 * A null total asks nothing; a track without a quota adds nothing.
 */
export function checkQuota(
  design: Pick<PolicyScope, 'tracks'> & { readonly policy: Policy },
): Result<number | null, 'round.quota-mismatch'> {
  const total = design.policy.selection?.quota ?? null;
  const sum = design.tracks.reduce((seats, { quota }) => seats + (quota ?? 0), 0);
  if (total !== null && total !== sum) return fail('round.quota-mismatch', { total, sum });
  return ok(total);
}

/** Whether a policy can be carried out for these tracks; nothing in it is ever silently ignored. */
export function checkPolicy(policy: Policy, scope: PolicyScope): Result<Policy, RankingCode> {
  const problem =
    trimProblem(policy) ?? outcomeProblem(policy) ?? checkTies(policy, scope) ?? checkWeights(policy, scope);
  return problem === null ? ok(policy) : { ok: false, error: problem };
}

type Problem = Failure<RankingCode> | null;

/** Shares always leave something: each is below a half. */
function trimProblem({ trim, trimUnit }: Policy): Problem {
  if (trimUnit === 'percent') return null;
  const dropped = trim.high + trim.low;
  return dropped > 0 && trim.from <= dropped ? { code: 'ranking.policy-trim', detail: trim } : null;
}

function outcomeProblem({ selection, evaluation, normalisation }: Policy): Problem {
  if (evaluation === null) return null;
  if (selection !== null) return { code: 'ranking.policy-two-outcomes' };
  if (normalisation !== 'none') return { code: 'ranking.policy-normalised-evaluation' };
  const { bands, vetoBand, coreItemCap } = evaluation;
  const falling = bands.slice(1).every(({ from }, index) => from < at(bands, index).from);
  const names = new Set(bands.map(({ name }) => name));
  if (!falling || bands.at(-1)?.from !== 0 || names.size !== bands.length) return { code: 'ranking.policy-bands' };
  const unknown = [vetoBand, coreItemCap].find((name) => !names.has(name));
  return unknown === undefined ? null : { code: 'ranking.policy-band-unknown', detail: { band: unknown } };
}

/** Each category and criterion that the tie chain names is in every track's rubric. */
export function checkTies({ tieChain }: Policy, { tracks, rubrics }: PolicyScope): Problem {
  for (const track of tracks) {
    const rubric = rubrics.find(({ id }) => id === track.rubricId);
    if (rubric === undefined) {
      return { code: 'ranking.rubric-unknown', detail: { track: track.name, rubric: track.rubricId } };
    }
    const known = namesOf(rubric);
    const id = tieChain.flatMap(namedIn).find((name) => !known.has(name));
    if (id !== undefined) return { code: 'ranking.policy-tie-unknown', detail: { id, track: track.name } };
  }
  return null;
}

/** Each weight names a category of some track's rubric once, and no rubric is left without points. */
export function checkWeights({ weights }: Policy, { tracks, rubrics }: PolicyScope): Problem {
  const used = tracks.flatMap(({ rubricId }) => rubrics.filter(({ id }) => id === rubricId));
  const known = new Set(used.flatMap(({ categories }) => categories.map(({ id }) => id)));
  const unknown = weights.find(({ category }) => !known.has(category));
  if (unknown !== undefined) return { code: 'ranking.policy-weight-unknown', detail: { category: unknown.category } };
  const repeated = new Set(weights.map(({ category }) => category)).size < weights.length;
  const empty = used.some((rubric) => scaleOf(rubric, weights).maximum === 0);
  return repeated || empty ? { code: 'ranking.policy-weights' } : null;
}

/** Categories and criteria under different signs, since they may share a slug. */
function namesOf(rubric: Rubric): Set<string> {
  const categories = rubric.categories.map(({ id }) => `category:${id}`);
  return new Set([...categories, ...listCriteria(rubric).map(({ id }) => `criterion:${id}`)]);
}

function namedIn(link: TieLink): string[] {
  if (link.by === 'category') return link.category === null ? [] : [`category:${link.category}`];
  if (link.by === 'criteria') return (link.criteria ?? []).map((id) => `criterion:${id}`);
  return [];
}
