import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importResults } from '#electron/intake/import-results.ts';
import { makeRanking } from '#electron/ranking/rank-round.ts';
import { OwnerTable, packFigures, shapeOf, unpackFigures } from '#electron/ranking/sheet-figures.ts';
import { editSheet } from '#electron/scoring/edit-sheet.ts';
import { workspacePaths, type UnlockedWorkspace } from '#electron/workspace/workspace.ts';
import { makeId } from '#shared/base/ids.ts';
import type { RankingSheet } from '#shared/ranking/ranking.ts';
import { rubric } from '#test/shared/ranking/build-input.ts';
import {
  issueRound,
  makeRound,
  makeWorkspace,
  scoreAll,
  submit,
  tickingEntropy,
  value,
  type IssuedRound,
} from '../../pipeline/make-round.ts';

const entropy = tickingEntropy();
const ids = Array.from({ length: 40 }, () => makeId(entropy));
const shape = shapeOf(rubric);

function sheet(index: number, change: Partial<RankingSheet> = {}): RankingSheet {
  return {
    id: String(index + 1),
    expertId: 'e',
    candidateId: ids[index] ?? '',
    state: 'scored',
    points: { a1: index, a2: 2, b1: 3, b2: 4 },
    gates: { honest: 'pass', local: 'fail' },
    fraud: false,
    void: false,
    total: index + 9,
    ...change,
  };
}

function unpack(figures: Uint8Array, known = ids): RankingSheet[] {
  const onto: RankingSheet[] = [];
  unpackFigures(figures, new OwnerTable(known.map((id) => ({ id, shape }))), { id: 'e', void: false }, onto);
  return onto;
}

describe('packed sheets', () => {
  it('come out as they went in, whatever their state', () => {
    const sheets = [
      ...ids.slice(0, 37).map((_, index) => sheet(index)),
      sheet(37, { state: 'recused', points: {}, gates: {}, total: 0 }),
      sheet(38, { state: 'abstained', points: {}, total: 0, fraud: true }),
      sheet(39, { fraud: true, gates: { lawful: 'fail' } }),
    ];
    const figures = packFigures(sheets, () => shape);
    expect(figures === null ? null : unpack(figures)).toEqual(sheets);
  });

  it('are left as they are when one does not fit its rubric or a word', () => {
    const odd: Partial<RankingSheet>[] = [
      { points: { a1: 1, a2: 2, b1: 3 } },
      { points: { a1: 1, a2: 2, b1: 3, b2: 4, c: 5 } },
      { points: { a1: 1.5, a2: 2, b1: 3, b2: 4 } },
      { points: { a1: 2 ** 31, a2: 2, b1: 3, b2: 4 } },
      { state: 'recused' },
      { gates: { other: 'pass' } },
      { candidateId: 'no UUID' },
    ];
    for (const change of odd) expect(packFigures([sheet(0), sheet(1, change)], () => shape)).toBeNull();
    const { total: _, ...without } = sheet(0);
    expect(packFigures([without], () => shape)).toBeNull();
    expect(packFigures([sheet(0)], () => undefined)).toBeNull();
  });

  it('of an unknown candidate are never taken for another’s', () => {
    const figures = packFigures([sheet(5)], () => shape);
    expect(() => unpack(figures ?? new Uint8Array(), ids.slice(0, 5))).toThrow(RangeError);
  });
});

describe('a round ranked again', () => {
  let folder: string;
  let workspace: UnlockedWorkspace;
  let round: IssuedRound;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mtx-figures-'));
    workspace = await makeWorkspace(folder, tickingEntropy());
    round = await issueRound(workspace, folder, makeRound(workspace, 3, 3));
    for (const home of round.homes) {
      scoreAll(home, (candidate) => 60 + candidate);
      const change = { what: 'state', state: 'recused', reason: '同单位' } as const;
      const candidateId = workspace.db.prepare('SELECT id FROM candidates ORDER BY position').pluck().get();
      if (home === round.homes[2])
        value(editSheet(home.home, { taskId: home.taskId, candidateId: String(candidateId), change }));
      await submit(home, join(folder, 'results'));
    }
    value(await importResults(workspace, { paths: [join(folder, 'results')] }));
  });
  afterAll(() => {
    workspace.db.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const packed = () => Number(workspace.db.prepare('SELECT count(*) FROM ranking_figures').pluck().get());

  it('from packed sheets is the same in every detail, hashes included', () => {
    expect(packed()).toBe(0);
    const first = value(makeRanking(workspace, round.roundId));
    expect(packed()).toBe(3);
    const again = value(makeRanking(workspace, round.roundId));
    expect(again.ranking).toEqual(first.ranking);
    expect(again.hashes).toEqual(first.hashes);
    expect(again.input).toEqual(first.input);
  });

  it('refuses a candidate whose track the round does not have, packed or not', () => {
    value(makeRanking(workspace, round.roundId));
    workspace.db.exec("SAVEPOINT moved; UPDATE candidates SET track_id = 'gone' WHERE position = 1");
    const moved = makeRanking(workspace, round.roundId);
    workspace.db.exec('ROLLBACK TO moved; RELEASE moved');
    expect(moved).toMatchObject({ error: { code: 'ranking.track-unknown' } });
  });

  it('is packed anew when the rubrics are others', () => {
    workspace.db.exec(`UPDATE ranking_figures SET basis = '${'0'.repeat(64)}', figures = x'00'`);
    const once = value(makeRanking(workspace, round.roundId));
    expect(value(makeRanking(workspace, round.roundId)).hashes).toEqual(once.hashes);
    const bases = workspace.db.prepare('SELECT DISTINCT basis FROM ranking_figures').pluck().all();
    expect(bases).toEqual([expect.not.stringMatching(/^0{64}$/)]);
  });

  it('is read as it is where nothing can be written', () => {
    const before = value(makeRanking(workspace, round.roundId)).hashes;
    workspace.db.exec('DELETE FROM ranking_figures');
    const file = workspacePaths.database(workspace.folder);
    const readOnly = new Sqlite(file, { readonly: true });
    expect(value(makeRanking({ ...workspace, db: readOnly }, round.roundId)).hashes).toEqual(before);
    readOnly.close();
    const other = new Sqlite(file, { timeout: 1 });
    workspace.db.exec('BEGIN IMMEDIATE');
    expect(value(makeRanking({ ...workspace, db: other }, round.roundId)).hashes).toEqual(before);
    workspace.db.exec('ROLLBACK');
    expect(packed()).toBe(0);
    other.exec("CREATE TEMP TRIGGER stop BEFORE INSERT ON ranking_figures BEGIN SELECT RAISE(ABORT, 'stop'); END");
    expect(() => makeRanking({ ...workspace, db: other }, round.roundId)).toThrow('stop');
    other.close();
  });
});
