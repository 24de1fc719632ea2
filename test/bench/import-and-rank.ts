import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { importResults } from '#electron/intake/import-results.ts';
import { makeRanking } from '#electron/ranking/rank-round.ts';
import { value } from '../pipeline/make-round.ts';
import type { LargeRound } from './large-round.ts';
import { median, quantile, show, time, type Figure } from './measure.ts';

const reference = 'HotCRP 3.4';

/** Import of 60 sealed packages with 5,000 sheets of 6 items, then the ranked list of them, in process and as a whole. */
export async function measureImportAndRank({ workspace, results, roundId }: LargeRound): Promise<Figure[]> {
  const { db, folder } = workspace;
  const imports = await time(5, async () => {
    db.exec('DELETE FROM sheets; DELETE FROM results; DELETE FROM expert_keys; DELETE FROM intake;');
    const entries = value(await importResults(workspace, { paths: [results] }));
    if (entries.some(({ verdict }) => verdict !== 'accepted')) throw new Error('a package was not accepted');
  });
  const ranks = await time(30, () => value(makeRanking(workspace, roundId)));
  const script = fileURLToPath(new URL('../main/mtx.cjs', import.meta.url));
  const words = [script, 'rank', '--workspace', folder, '--round', roundId];
  const processes = await time(10, () => run(words));
  const explained = await time(10, () => run([...words, '--json']));
  const bare = await time(10, () => run(['-e', '0']));
  return [
    {
      what: 'import: 60 packages, 5,000 sheets × 6 items, one durable commit each',
      measured: `${show(median(imports))} (${show(Math.min(...imports))}–${show(Math.max(...imports))})`,
      beside: `goal 500 ms; ${reference} 8.2–9.8 s for the same number of reviews`,
    },
    {
      what: 'ranked list of the same, in process (load, rank, hash)',
      measured: `p50 ${show(median(ranks))}, p95 ${show(quantile(ranks, 0.95))}`,
      beside: 'goal 10 ms',
    },
    {
      what: 'ranked list of the same, whole `mtx rank` process',
      measured: `${show(median(processes))}; with --json, every row explained down to each item, ${show(median(explained))}`,
      beside: `goal 150 ms; bare node process ${show(median(bare))}; ${reference} 130–160 ms`,
    },
  ];
}

function run(words: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [...words], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(stderr);
}
