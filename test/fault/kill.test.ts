import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { xorshift128plus } from 'pure-rand/generator/xorshift128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sheet } from '#shared/scoring/sheet.ts';
import { machineEntropy } from '#electron/base/machine-entropy.ts';
import { importResults } from '#electron/intake/import-results.ts';
import { loadSheets } from '#electron/scoring/load-sheets.ts';
import { openHome } from '#electron/home/home.ts';
import { changeHomePassphrase, unlockHome } from '#electron/home/unlock-home.ts';
import { openWorkspace, unlockWorkspace } from '#electron/workspace/open-workspace.ts';
import {
  issueRound,
  makeRound,
  makeWorkspace,
  scoreAll,
  submit,
  tickingEntropy,
  value,
  type IssuedRound,
} from '../pipeline/make-round.ts';
import { homePassphrase, openTestHome, testWorkFactor } from '../pipeline/open-test-home.ts';
import { bundleChild, kills, runAndKill } from './children.ts';

const passphrase = '山高水长 风清月朗';
const experts = 8;
const candidates = 6;

let folder: string;
let office: string;
let round: IssuedRound;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mtx-kill-'));
  const workspace = await makeWorkspace(folder, tickingEntropy());
  office = workspace.folder;
  round = await issueRound(workspace, folder, makeRound(workspace, candidates, experts));
  workspace.db.close();
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('killing the process', () => {
  it('while scoring loses no acknowledged score', async () => {
    const script = await bundleChild('scoring-child', folder);
    const random = xorshift128plus(20261123);
    const [expert] = round.homes;
    if (expert === undefined) throw new Error('no expert');
    expert.home.db.close();
    const acknowledged = new Map<string, number>();
    for (let run = 0; run < kills; run += 1) {
      const lines = await runAndKill(script, [expert.home.folder, String(run * 7)], uniformInt(random, 1, 120));
      for (const line of lines) {
        const [candidateId = '', criterionId = '', points = ''] = line.split(' ');
        acknowledged.set(`${candidateId} ${criterionId}`, Number(points));
      }
      expect(lines.length).toBeGreaterThan(0);
      const home = await openTestHome(expert.home.folder, machineEntropy);
      expect(home.db.pragma('integrity_check', { simple: true })).toBe('ok');
      const sheets = loadSheets(home, expert.taskId);
      // The change after the last acknowledged one may be on disk as well, and no other.
      const ahead = [...acknowledged].filter(([cell, points]) => readPoints(sheets, cell) !== points);
      expect(ahead.length).toBeLessThanOrEqual(1);
      for (const [cell] of ahead) acknowledged.set(cell, readPoints(sheets, cell));
      home.db.close();
    }
  });

  it('while the passphrase is changed leaves one that opens the home: the last acknowledged or the next', async () => {
    const script = await bundleChild('passphrase-child', folder);
    const random = xorshift128plus(20261124);
    const place = join(folder, 'changed');
    (await openTestHome(place, machineEntropy)).db.close();
    let present = homePassphrase;
    for (let run = 0; run < kills; run += 1) {
      const first = `${homePassphrase} ${run}`;
      const locked = value(openHome(place, machineEntropy));
      value(await changeHomePassphrase(locked, { present, next: first, workFactor: testWorkFactor }));
      locked.db.close();
      const lines = await runAndKill(script, [place, first], uniformInt(random, 1, 40));
      const home = value(openHome(place, machineEntropy));
      const last = lines.at(-1) ?? first;
      const both = [last, `${first} ${lines.length + 1}`];
      const opened = await Promise.all(both.map((each) => unlockHome(home, each)));
      expect(opened.filter(({ ok }) => ok)).toHaveLength(1);
      present = both[opened.findIndex(({ ok }) => ok)] ?? '';
      home.db.close();
    }
  });

  it('while packages come in leaves each whole or absent, and a second import completes them', async () => {
    const results = join(folder, 'results');
    for (const home of round.homes.slice(1)) {
      scoreAll(home, (candidate) => 60 + candidate * 5);
      await submit(home, results);
    }
    const script = await bundleChild('intake-child', folder);
    const random = xorshift128plus(7);
    for (let run = 0; run < kills; run += 1) {
      await runAndKill(script, [office, passphrase, results], uniformInt(random, 1, experts));
      const workspace = value(openWorkspace(office, machineEntropy));
      expect(workspace.db.pragma('integrity_check', { simple: true })).toBe('ok');
      const partial = workspace.db
        .prepare(
          'SELECT r.statement FROM results r LEFT JOIN sheets s ON s.result = r.statement GROUP BY 1 HAVING count(s.id) <> ?',
        )
        .all(candidates);
      expect(partial).toEqual([]);
      const kept = new Set(readdirSync(join(office, 'packages', 'results')));
      const held = workspace.db.prepare<[], { statement: string }>('SELECT statement FROM results').all();
      expect(held.filter(({ statement }) => !kept.has(`${statement}.mtxresult`))).toEqual([]);
      if (run % 3 === 2) clearResults(workspace.db);
      workspace.db.close();
    }
    const workspace = value(openWorkspace(office, machineEntropy));
    const unlocked = value(await unlockWorkspace(workspace, passphrase));
    const entries = value(await importResults(unlocked, { paths: [results] }));
    expect(entries.filter(({ verdict }) => verdict === 'refused')).toEqual([]);
    const counts = workspace.db.prepare('SELECT count(*) AS n, count(DISTINCT expert_id) AS people FROM results').get();
    expect(counts).toEqual({ n: experts - 1, people: experts - 1 });
    workspace.db.close();
  });
});

function readPoints(sheets: ReadonlyMap<string, Sheet>, cell: string): number {
  const [candidateId = '', criterionId = ''] = cell.split(' ');
  const points = sheets.get(candidateId)?.points[criterionId];
  if (points === undefined) throw new Error('an acknowledged score is gone');
  return points;
}

/** Begins anew, so that later kills meet packages that are not held yet. */
function clearResults(db: { exec: (sql: string) => unknown }): void {
  db.exec('DELETE FROM sheets; DELETE FROM results;');
}
