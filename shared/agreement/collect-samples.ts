import { at } from '../base/at.ts';
import type { Standing } from '../ranking/order-round.ts';
import type { RankedTrack, RankingStatus } from '../ranking/ranking.ts';
import { isInside } from './leave-out.ts';
import type { CandidateRobustness, Certainty, Line } from './robustness.ts';

/** What was counted over the samples of a track, along its entrants. */
export type SampleTally = {
  readonly ids: readonly string[];
  readonly line: Line;
  readonly baseline: ReadonlyMap<string, RankingStatus>;
  /** ranks[entrant × samples + sample]; 0: none. */
  readonly ranks: Uint32Array;
  readonly samples: number;
  readonly inside: Uint32Array;
  readonly undecided: Uint32Array;
  readonly bands: readonly Map<string, number>[];
};

/** Starts counting. `ids`: the entrants, in their order. */
export function emptyTally(ids: readonly string[], base: RankedTrack, line: Line, samples: number): SampleTally {
  return {
    ids,
    line,
    baseline: new Map(base.rows.map(({ candidateId, status }) => [candidateId, status])),
    ranks: new Uint32Array(ids.length * samples),
    samples,
    inside: new Uint32Array(ids.length),
    undecided: new Uint32Array(ids.length),
    bands: ids.map(() => new Map()),
  };
}

/** Counts one sample. */
export function noteStanding(tally: SampleTally, { ranks, statuses }: Standing, sample: number): void {
  const { ids, line, inside, undecided, bands, baseline, samples } = tally;
  for (let index = 0; index < ids.length; index += 1) {
    const rank = ranks[index] ?? 0;
    const status = at(statuses, index);
    tally.ranks[index * samples + sample] = rank;
    const within =
      line.kind === 'bands' ? status === baseline.get(at(ids, index)) : isInside(line, rank || null, status);
    if (within) inside[index] = (inside[index] ?? 0) + 1;
    if (status === 'undecided') undecided[index] = (undecided[index] ?? 0) + 1;
    if (line.kind === 'bands') {
      const own = at(bands, index);
      own.set(status, (own.get(status) ?? 0) + 1);
    }
  }
}

/** Shares and intervals of every candidate, in the order of the ranking. */
export function collectSamples(
  base: RankedTrack,
  tally: SampleTally,
  line: Line,
  samples: number,
): CandidateRobustness[] {
  const places = new Map(tally.ids.map((id, index) => [id, index]));
  const last = tally.ids.length;
  return base.rows.map(({ candidateId, code, name, rank, status }) => {
    const index = places.get(candidateId) ?? -1;
    const own = tally.ranks.slice(index * samples, (index + 1) * samples);
    const unranked = own.filter((each) => each === 0).length;
    const ordered = own.map((each) => each || last).toSorted();
    const share = (tally.inside[index] ?? 0) / samples;
    const inside = line.kind === 'bands' || isInside(line, rank, status);
    return {
      candidateId,
      code,
      name,
      rank,
      status,
      inside,
      share,
      undecided: (tally.undecided[index] ?? 0) / samples,
      unranked: unranked / samples,
      ranks: [percentile(ordered, 0.025), percentile(ordered, 0.5), percentile(ordered, 0.975)],
      bands: Object.fromEntries(
        [...at(tally.bands, index)].map(([band, count]) => [band.replace(/^band:/, ''), count / samples]),
      ),
      certainty: certaintyOf(inside, share),
    };
  });
}

/** Sure is only who stands in the samples where he stands in the ranking itself. */
function certaintyOf(inside: boolean, share: number): Certainty {
  if (inside) return share >= 0.95 ? 'in' : 'open';
  return share <= 0.05 ? 'out' : 'open';
}

/** A rank that occurred: the least below which at least `share` of the samples lie (type 1 of Hyndman & Fan). */
function percentile(ordered: Uint32Array, share: number): number {
  return ordered[Math.max(0, Math.ceil(ordered.length * share) - 1)] ?? 0;
}
