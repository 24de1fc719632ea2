import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { importResults } from '#electron/intake/import-results.ts';
import { makeRanking } from '#electron/ranking/rank-round.ts';
import { editSheet } from '#electron/scoring/edit-sheet.ts';
import type { UnlockedWorkspace } from '#electron/workspace/workspace.ts';
import { scoreAll, submit, value, type IssuedRound } from '../../pipeline/make-round.ts';
import { temporaryIssuedRound } from '../../pipeline/temporary-round.ts';
import { Dice } from '../../recompute/random-round.ts';

const temporary = temporaryIssuedRound('all', { candidates: 5, experts: 4 });
let folder: string;
let workspace: UnlockedWorkspace;
let round: IssuedRound;
const packages: string[] = [];

// Four experts hand in; two of them correct themselves with a second package.
beforeAll(async () => {
  ({ folder, workspace, round } = temporary);
  const first = String(workspace.db.prepare('SELECT id FROM candidates ORDER BY position').pluck().get());
  for (const [index, home] of round.homes.entries()) {
    scoreAll(home, (candidate) => 55 + ((candidate * 7 + index * 5) % 40));
    packages.push((await submit(home, join(folder, 'results'))).path);
    if (index > 1) continue;
    const change = { what: 'state', state: 'recused', reason: '同单位' } as const;
    value(editSheet(home.home, { taskId: home.taskId, candidateId: first, change }));
    packages.push((await submit(home, join(folder, 'results'), '回避')).path);
  }
});

it('whatever order packages arrive in, the last of each expert counts and the hashes are the same', async () => {
  const seen = new Set<string>();
  const orders = new Set<string>();
  for (let seed = 0; seed < 30; seed += 1) {
    workspace.db.exec('DELETE FROM sheets; DELETE FROM results; DELETE FROM expert_keys; DELETE FROM intake;');
    const order = new Dice(seed).shuffle(packages);
    orders.add(order.join());
    value(await importResults(workspace, { paths: order }));
    const { hashes, ranking } = value(makeRanking(workspace, round.roundId));
    seen.add(JSON.stringify(hashes));
    expect(ranking.tracks[0]?.rows.find(({ code }) => code === 'B01')?.sheets).toBe(2);
  }
  expect(orders.size).toBeGreaterThan(25);
  expect(seen.size).toBe(1);
});
