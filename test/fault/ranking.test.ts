import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite, { type Database } from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importResults } from '#electron/intake/import-results.ts';
import { makeRanking } from '#electron/ranking/rank-round.ts';
import { workspacePaths } from '#electron/workspace/workspace.ts';
import {
  issueRound,
  makeRound,
  makeWorkspace,
  scoreAll,
  submit,
  tickingEntropy,
  value,
} from '../pipeline/make-round.ts';
import { bundleChild, kills, runAndKill } from './children.ts';

let folder: string;
let office: string;
let roundId: string;
let resultHash: string;
let script: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mtx-rank-'));
  const workspace = await makeWorkspace(folder, tickingEntropy());
  office = workspace.folder;
  const round = await issueRound(workspace, folder, makeRound(workspace, 30, 3));
  ({ roundId } = round);
  for (const home of round.homes) {
    scoreAll(home, (candidate) => 95 - candidate * 2);
    await submit(home, join(folder, 'results'));
  }
  value(await importResults(workspace, { paths: [join(folder, 'results')] }));
  ({ resultHash } = value(makeRanking(workspace, roundId)).hashes);
  workspace.db.close();
  script = await bundleChild('ranking-child', folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function inDatabase<Value>(read: (db: Database) => Value): Value {
  const db = new Sqlite(workspacePaths.database(office));
  db.pragma('foreign_keys = ON');
  try {
    return read(db);
  } finally {
    db.close();
  }
}

const unpack = (): void => inDatabase((db) => void db.exec('DELETE FROM ranking_rounds'));
const countPacked = (): number =>
  inDatabase((db) => Number(db.prepare('SELECT count(*) FROM ranking_figures').pluck().get()));
const rankInChild = (): Promise<string[]> => runAndKill(script, [office, roundId], 2);

describe('the first ranking of a round', () => {
  it('killed on the way leaves all of its packing or none, and the same ranking', async () => {
    for (let run = 0; run < kills; run += 1) {
      unpack();
      await runAndKill(script, [office, roundId], 1);
      expect(inDatabase((db) => db.pragma('integrity_check', { simple: true }))).toBe('ok');
      expect([0, 3]).toContain(countPacked());
      expect(await rankInChild()).toEqual(['ranking', resultHash]);
      expect(countPacked()).toBe(3);
    }
  });

  it.skipIf(process.platform === 'win32')(
    'is made all the same when the disk takes nothing more, and packed later',
    async () => {
      unpack();
      // No file may grow beyond what the index of the write-ahead log needs, so the commit of the packing is refused.
      const limited = 'trap "" XFSZ; ulimit -f 32; exec "$0" "$@"';
      const nodePath = fileURLToPath(new URL('../../node_modules', import.meta.url));
      const said = execFileSync('bash', ['-c', limited, process.execPath, script, office, roundId], {
        encoding: 'utf8',
        env: { ...process.env, NODE_PATH: nodePath },
      });
      expect(said.split('\n')).toEqual(['ranking', resultHash, '']);
      expect(countPacked()).toBe(0);
      expect(await rankInChild()).toEqual(['ranking', resultHash]);
      expect(countPacked()).toBe(3);
    },
  );
});
