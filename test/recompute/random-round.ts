import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { RankingCandidate, ListedInput, RankingSheet } from '#shared/ranking/ranking.ts';
import { defaultEvaluationPolicy, defaultSelectionPolicy, type Policy, type TieLink } from '#shared/round/policy.ts';
import { listCriteria, listExpertGates, type Rubric } from '#shared/round/rubric.ts';

/** Draws from one seed; the same seed gives the same round for ever. */
export class Dice {
  readonly #generator;
  constructor(seed: number) {
    this.#generator = xoroshiro128plus(seed);
  }
  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number {
    return uniformInt(this.#generator, from, to);
  }
  /** True once in `times`. */
  once(times: number): boolean {
    return this.int(1, times) === 1;
  }
  pick<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[this.int(0, items.length - 1)] ?? items[0];
  }
  shuffle<Item>(items: readonly Item[]): Item[] {
    return items
      .map((item) => ({ item, key: this.int(0, 1_000_000) }))
      .toSorted((a, b) => a.key - b.key)
      .map(({ item }) => item);
  }
}

const times = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** A round with everything in it: recusals, void sheets, ties, gates, weights, trials, decisions, seats passed on. */
export function randomRound(seed: number): ListedInput {
  const dice = new Dice(seed);
  const rubrics = times(dice.int(1, 2), (index) => randomRubric(dice, `r${index}`));
  const tracks = times(dice.int(1, 3), (index) => ({
    id: `t${index}`,
    name: `赛道${index}`,
    rubricId: dice.pick(['r0', `r${rubrics.length - 1}`]),
    quota: dice.once(5) ? null : dice.int(0, 4),
  }));
  const candidates = times(dice.int(1, 12), (index): RankingCandidate => {
    const staffVeto = dice.once(12) ? { gateId: null, reason: '失信' } : null;
    // Codes run against ids, so that neither order passes for the other.
    const code = dice.pick([`甲${90 - index}`, `Z${90 - index}`, `𠀀${90 - index}`]);
    return { id: `c${index}`, code, name: code, unit: '', trackId: `t${dice.int(0, tracks.length - 1)}`, staffVeto };
  });
  const rubricOf = ({ trackId }: RankingCandidate): Rubric | undefined =>
    rubrics.find(({ id }) => id === tracks.find((track) => track.id === trackId)?.rubricId);
  const experts = dice.once(25) ? dice.int(20, 40) : dice.int(1, 8);
  const voidExpert = dice.once(4) ? dice.int(0, experts - 1) : -1;
  // Coarse points make ties, fine ones make long fractions.
  const coarse = dice.int(0, 2);
  const sheets = candidates.flatMap((candidate) => {
    const rubric = rubricOf(candidate);
    if (rubric === undefined) return [];
    return times(experts, (expert) => expert)
      .filter(() => !dice.once(6))
      .map((expert) => randomSheet(dice, candidate.id, expert, rubric, { coarse, isVoid: expert === voidExpert }));
  });
  const quotas = tracks.reduce((sum, { quota }) => sum + (quota ?? 0), 0);
  const used = rubrics.filter(({ id }) => tracks.some(({ rubricId }) => rubricId === id));
  return {
    tracks,
    rubrics,
    policy: randomPolicy(dice, used, candidates, quotas),
    candidates: dice.shuffle(candidates),
    sheets: dice.shuffle(sheets),
    decisions: times(dice.int(0, 3), (index) => ({
      id: `d${dice.int(0, 99)}-${index}`,
      trackId: `t${dice.int(0, tracks.length - 1)}`,
      order: dice.shuffle(candidates.map(({ id }) => id)).slice(0, dice.int(2, 12)),
    })),
  };
}

function randomRubric(dice: Dice, id: string): Rubric {
  const large = dice.once(6);
  const categories = times(dice.int(1, 3), (category) => ({
    id: `k${category}`,
    name: `k${category}`,
    criteria: times(dice.int(1, 3), (item) => ({
      id: `k${category}-${item}`,
      name: `k${category}-${item}`,
      max: dice.pick([500, 1000, 1250, 3000, large ? 1_000_000 : 2000]),
      step: 1,
      guidance: '',
      anchors: [],
      core: dice.once(4),
    })),
  }));
  const gates = times(dice.int(0, 2), (gate) => ({
    id: `g${gate}`,
    name: `g${gate}`,
    guidance: '',
    by: dice.once(5) ? ('staff' as const) : ('expert' as const),
  }));
  const coreCategory = dice.once(2) ? `k${dice.int(0, categories.length - 1)}` : null;
  return { id, name: id, categories, gates, coreCategory };
}

type SheetKind = { readonly coarse: number; readonly isVoid: boolean };

function randomSheet(
  dice: Dice,
  candidateId: string,
  expert: number,
  rubric: Rubric,
  { coarse, isVoid }: SheetKind,
): RankingSheet {
  const state = dice.once(10) ? dice.pick(['recused', 'abstained'] as const) : 'scored';
  const given = (max: number): number => {
    if (coarse === 0) return dice.int(0, max);
    return coarse === 1 ? (max / 5) * dice.int(3, 5) : (max / 2) * dice.int(1, 2);
  };
  const points = state === 'scored' ? listCriteria(rubric).map(({ id, max }) => [id, given(max)]) : [];
  const gates = listExpertGates(rubric).map(({ id }) => [id, dice.once(4) ? 'fail' : 'pass'] as const);
  return {
    id: `${candidateId}-${expert}`,
    expertId: `e${expert}`,
    candidateId,
    state,
    points: Object.fromEntries(points),
    gates: Object.fromEntries(gates),
    fraud: dice.once(9),
    void: isVoid || dice.once(25),
  };
}

function randomPolicy(
  dice: Dice,
  rubrics: readonly Rubric[],
  candidates: readonly RankingCandidate[],
  quotas: number,
): Policy {
  const outcome = dice.pick(['selection', 'selection', 'evaluation', 'ranking']);
  const trimUnit = dice.once(4) ? 'percent' : 'sheets';
  const [high, low] = trimUnit === 'percent' ? [dice.int(0, 49), dice.int(0, 49)] : [dice.int(0, 2), dice.int(0, 2)];
  const from = trimUnit === 'percent' ? dice.int(1, 6) : high + low + dice.int(1, 3);
  const normalisation = dice.pick(['none', 'none', 'z-score', 'rank', 'expert-effect'] as const);
  const weights = dice.once(3) ? [{ category: 'k0', percent: dice.pick([1, 33, 50, 100, 250, 1000]) }] : [];
  const evaluation = defaultEvaluationPolicy.evaluation;
  const cap = dice.pick(['优秀', '合格', '限期整改', '建议撤销']);
  return {
    ...defaultSelectionPolicy,
    centre: dice.pick(['mean', 'mean', 'median']),
    trim: { high, low, from },
    trimUnit,
    minimumSheets: dice.int(1, 4),
    weights,
    decimals: dice.int(0, 4),
    rankBy: dice.once(4) ? 'rounded' : 'exact',
    tieChain: dice.shuffle(randomLinks(dice, rubrics)).slice(0, dice.int(0, 5)),
    gates: dice.pick(['majority', 'any', 'staff']),
    normalisation: outcome === 'evaluation' ? 'none' : normalisation,
    trial: candidates.filter(() => dice.once(15)).map(({ code }) => code),
    selection:
      outcome === 'selection'
        ? {
            quota: dice.once(2) ? quotas : null,
            reserve: dice.int(0, 3),
            passOn: dice.once(2),
            minimumScore: dice.once(3) ? dice.int(0, 4000) : null,
          }
        : null,
    evaluation:
      outcome !== 'evaluation' || evaluation === null
        ? null
        : {
            bands: [4000, 2500, 1000, 0].map((line, index) => ({
              name: evaluation.bands[index]?.name ?? '',
              from: line,
            })),
            vetoBand: cap,
            coreItemPercent: dice.int(0, 100),
            coreItemCap: cap,
          },
  };
}

function randomLinks(dice: Dice, rubrics: readonly Rubric[]): TieLink[] {
  // What every rubric has: its first category and criterion.
  const links: TieLink[] = [
    { by: 'total' },
    { by: 'category', category: dice.once(2) ? null : 'k0' },
    { by: 'criteria', criteria: dice.once(2) ? null : ['k0-0'] },
    { by: 'decision' },
  ];
  return rubrics.length === 0 ? [] : links;
}
