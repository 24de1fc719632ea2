import { fileURLToPath } from 'node:url';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { defaultSelectionPolicy } from '#shared/round/policy.ts';
import type { RankingInput, RankingSheet } from '#shared/ranking/ranking.ts';
import { getAgreement, getRobustness } from '#electron/agreement/analyse-round.ts';
import { value } from '../pipeline/make-round.ts';
import { rubric } from './large-round.ts';
import { median, show, time, type Figure } from './measure.ts';

const [candidates, experts, samples] = [200, 9, 1000];

/** 200 candidates × 9 experts × 6 items in half points: candidates differ in quality, sheets by chance. */
function makeInput(): RankingInput {
  const random = xoroshiro128plus(1);
  const criteria = rubric.categories.flatMap(({ criteria: own }) => own);
  const sheets = Array.from({ length: candidates * experts }, (_, index): RankingSheet => {
    const [candidate, expert] = [Math.floor(index / experts), index % experts];
    const level = 16 + Math.floor((candidate * 14) / candidates);
    const points = criteria.map(({ id }) => [id, (level + uniformInt(random, 0, 10)) * 50] as const);
    return {
      id: String(index),
      expertId: `e${expert}`,
      candidateId: `c${candidate}`,
      state: 'scored',
      points: Object.fromEntries(points),
      gates: {},
      fraud: false,
      void: false,
    };
  });
  return {
    tracks: [{ id: 'main', name: '全部', rubricId: 'main', quota: 20 }],
    rubrics: [rubric],
    policy: { ...defaultSelectionPolicy, selection: { quota: 20, reserve: 5, passOn: false, minimumScore: null } },
    candidates: Array.from({ length: candidates }, (_, index) => ({
      id: `c${index}`,
      code: `C${index}`,
      name: `对象${index}`,
      unit: '',
      trackId: 'main',
      staffVeto: null,
    })),
    sheets,
    decisions: [],
  };
}

/** The bootstrap and the leave-one-out rankings in their worker thread, starting the thread included. */
export async function measureRobustness(): Promise<Figure[]> {
  const input = makeInput();
  const tools = {
    worker: fileURLToPath(new URL('../main/analysis-worker.cjs', import.meta.url)),
    progress: () => undefined,
    signal: new AbortController().signal,
  };
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const before = process.cpuUsage();
  const robust = await time(10, async () => value(await getRobustness(input, { samples, seed: 1 }, tools)));
  const { user, system } = process.cpuUsage(before);
  delay.disable();
  const agree = await time(10, async () => value(await getAgreement(input, tools)));
  return [
    {
      what: `robustness: ${samples} samples × ${candidates} candidates × ${experts} experts, and each expert and item left out`,
      measured: `${show(median(robust))} (${show(Math.min(...robust))}–${show(Math.max(...robust))}), in a thread of its own; ${show((user + system) / 11_000)} of processor time`,
      beside: `goal 1 s; the calling thread waited at most ${show(delay.max / 1e6)}`,
    },
    {
      what: 'agreement of the same: ICC, W, alpha, severity, outliers, by item',
      measured: show(median(agree)),
      beside: 'starting the thread included',
    },
  ];
}
