import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xorshift128plus } from 'pure-rand/generator/xorshift128plus';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeRound, makeWorkspace, tickingEntropy } from '../pipeline/make-round.ts';
import { bundleChild, kills, runAndKill } from './children.ts';

let folder: string;
let words: readonly string[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mtx-export-kill-'));
  const workspace = await makeWorkspace(folder, tickingEntropy());
  words = [workspace.folder, makeRound(workspace, 4, 3)];
  workspace.db.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Digests of the files of a folder that is complete by its own index. */
async function checkWhole(target: string): Promise<void> {
  const { sheets } = await readXlsx(readFileSync(join(target, '目录.xlsx')));
  const digests = sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => /^[0-9a-f]{64}$/.test(String(cell)));
  const files = readdirSync(target).filter((name) => name !== '目录.xlsx');
  expect(files.length).toBeGreaterThan(0);
  for (const name of files) {
    expect(digests).toContain(
      createHash('sha256')
        .update(readFileSync(join(target, name)))
        .digest('hex'),
    );
  }
}

it('killing an export of everything leaves a whole folder under its name, or none; the next one succeeds', async () => {
  const script = await bundleChild('export-child', folder);
  const random = xorshift128plus(20261128);
  const target = join(folder, 'out');
  for (let run = 0; run < Math.ceil(kills / 3); run += 1) {
    await runAndKill(script, [...words, target], uniformInt(random, 1, 9));
    if (existsSync(target)) await checkWhole(target);
    rmSync(target, { recursive: true, force: true });
  }
  await runAndKill(script, [...words, target], 1000);
  await checkWhole(target);
  expect(readdirSync(folder).filter((name) => name.includes('未完成'))).toEqual([]);
});
