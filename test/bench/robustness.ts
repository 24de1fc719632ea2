import { fileURLToPath } from 'node:url';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { defaultSelectionPolicy, type Policy } from '#shared/round/policy.ts';
import type { RankingInput, RankingSheet } from '#shared/ranking/ranking.ts';
import { getAgreement, getRobustness } from '#electron/agreement/analyse-round.ts';
import { value } from '../pipeline/make-round.ts';
import { rubric } from './large-round.ts';
import { median, show, time, type Figure } from './measure.ts';

const [candidates, experts, samples] = [200, 9, 1000];

/** 200 candidates × 9 experts × 6 items in half points: candidates differ in quality, sheets by chance. */
function makeInput(normalisation: Policy['normalisation']): RankingInput {
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
    policy: {
      ...defaultSelectionPolicy,
      normalisation,
      selection: { quota: 20, reserve: 5, passOn: false, minimumScore: null },
    },
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
  const figures: Figure[] = [];
  for (const normalisation of ['none', 'z-score', 'rank', 'expert-effect'] as const)
    figures.push(await measureSamples(normalisation));
  const input = makeInput('none');
  const agree = await time(10, async () => value(await getAgreement(input, tools)));
  const what = 'agreement of the same: ICC, W, alpha, severity, outliers, by item';
  return [...figures, { what, measured: show(median(agree)), beside: 'starting the thread included' }];
}

const tools = {
  worker: fileURLToPath(new URL('../main/analysis-worker.cjs', import.meta.url)),
  progress: () => undefined,
  signal: new AbortController().signal,
};

async function measureSamples(normalisation: Policy['normalisation']): Promise<Figure> {
  const input = makeInput(normalisation);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const before = process.cpuUsage();
  const robust = await time(10, async () => value(await getRobustness(input, { samples, seed: 1 }, tools)));
  const { user, system } = process.cpuUsage(before);
  delay.disable();
  return {
    what: `robustness, normalisation ${normalisation}: ${samples} samples × ${candidates} candidates × ${experts} experts, and each expert and item left out`,
    measured: `${show(median(robust))} (${show(Math.min(...robust))}–${show(Math.max(...robust))}), in a thread of its own; ${show((user + system) / 11_000)} of processor time`,
    beside: `goal 1 s; the calling thread waited at most ${show(delay.max / 1e6)}`,
  };
}
