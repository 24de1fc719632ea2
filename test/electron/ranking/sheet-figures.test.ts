import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { importResults } from '#electron/intake/import-results.ts';
import { loadRankingInput } from '#electron/ranking/load-ranking-input.ts';
import { makeRanking } from '#electron/ranking/rank-round.ts';
import { joinFigures, packFigures, packWords, readWords } from '#electron/ranking/sheet-figures.ts';
import { loadRound } from '#electron/round/load-round.ts';
import { editSheet } from '#electron/scoring/edit-sheet.ts';
import { workspacePaths, type UnlockedWorkspace } from '#electron/workspace/workspace.ts';
import { at } from '#shared/base/at.ts';
import type { Columns } from '#shared/ranking/columns.ts';
import { sheetAt, shapesOf } from '#shared/ranking/sheet-columns.ts';
import type { RankingSheet } from '#shared/ranking/ranking.ts';
import { rubric, track } from '#test/shared/ranking/build-input.ts';
import { scoreAll, submit, value, type IssuedRound } from '../../pipeline/make-round.ts';
import { temporaryIssuedRound } from '../../pipeline/temporary-round.ts';

const ids = Array.from({ length: 40 }, (_, index) => `c${String(index).padStart(2, '0')}`);
const candidates = ids.map((id) => ({ id, code: id, name: id, unit: '', trackId: 't', staffVeto: null }));
const shapes = shapesOf({ tracks: [track('t')], rubrics: [rubric] });
const tracks = new Int32Array(ids.length);
const layout = { placeOf: (id: string) => ids.indexOf(id), tracks, shapes };

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
    ...change,
  };
}

function columnsAfter(sheets: readonly RankingSheet[], isVoid = false): Columns {
  const { figures, details } = packFigures(sheets, layout);
  const own = {
    expertId: 'e',
    digest: 'd',
    void: isVoid,
    sheets: sheets.length,
    readFigures: () => figures,
    readDetails: () => details,
  };
  const list = { count: ids.length, tracks, vetoes: new Map(), list: candidates };
  return { candidates: list, sheets: joinFigures([own], shapes) };
}

function unpack(sheets: readonly RankingSheet[], isVoid = false): RankingSheet[] {
  const columns = columnsAfter(sheets, isVoid);
  return Array.from({ length: columns.sheets.count }, (_, place) => sheetAt(columns, place, at(shapes, 0)));
}

describe('packed sheets', () => {
  it('come out as they went in, whatever their state', () => {
    const sheets = [
      ...ids.slice(0, 37).map((_, index) => sheet(index)),
      sheet(37, { state: 'recused', points: {}, gates: {} }),
      sheet(38, { state: 'abstained', points: {}, fraud: true }),
      sheet(39, { fraud: true, gates: { local: 'fail' } }),
    ];
    expect(unpack(sheets)).toEqual(sheets);
    expect(unpack(sheets, true)).toEqual(sheets.map((one) => ({ ...one, void: true })));
  });

  it('lack points that the rubric does not allow, so that the round is refused and none passes for a zero', () => {
    const points = [{ a1: 1.5 }, { a1: -1 }, { a1: 3001 }, { a1: NaN }, {}];
    for (const odd of points) {
      const [out] = unpack([sheet(0, { points: { ...odd, a2: 2, b1: 3, b2: 4, unknown: 5 } })]);
      expect(out?.points).toEqual({ a2: 2, b1: 3, b2: 4 });
    }
  });

  it('of an unknown candidate belong to nobody', () => {
    expect([...columnsAfter([sheet(0, { candidateId: 'other' })]).sheets.candidates]).toEqual([-1]);
  });

  it('are read from wherever their bytes begin', () => {
    const bytes = new Uint8Array([0, ...packWords(Int32Array.of(-1, 2 ** 31 - 1))]);
    expect([...readWords(bytes.subarray(1))]).toEqual([-1, 2 ** 31 - 1]);
  });
});

describe('a round ranked again', () => {
  const temporary = temporaryIssuedRound('all', { candidates: 3, experts: 3 });
  let folder: string;
  let workspace: UnlockedWorkspace;
  let round: IssuedRound;
  beforeAll(async () => {
    ({ folder, workspace, round } = temporary);
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
    const once = value(makeRanking(workspace, round.roundId));
    workspace.db.exec(
      `UPDATE ranking_rounds SET basis = '${'0'.repeat(64)}'; UPDATE ranking_figures SET figures = x'00'`,
    );
    expect(value(makeRanking(workspace, round.roundId)).hashes).toEqual(once.hashes);
    const bases = workspace.db.prepare('SELECT basis FROM ranking_rounds').pluck().all();
    expect(bases).toEqual([expect.not.stringMatching(/^0{64}$/)]);
  });

  it('refuses a sheet for a candidate that another round has', () => {
    workspace.db.exec(`SAVEPOINT strayed;
      INSERT INTO rounds SELECT 'other', title, mode, status, created_at, deadline, design, assignment_rule FROM rounds;
      UPDATE candidates SET round_id = 'other' WHERE position = 1`);
    const strayed = makeRanking(workspace, round.roundId);
    workspace.db.exec('ROLLBACK TO strayed; RELEASE strayed');
    expect(strayed).toMatchObject({ error: { code: 'ranking.sheet-orphan' } });
  });

  it('never reads details that belong to another state of the round', () => {
    value(makeRanking(workspace, round.roundId));
    const input = loadRankingInput(workspace.db, value(loadRound(workspace.db, round.roundId)));
    workspace.db.exec('DELETE FROM ranking_rounds');
    expect(() => 'count' in input.sheets && input.sheets.details).toThrow(RangeError);
    value(makeRanking(workspace, round.roundId));
  });

  it.each([
    [
      'comes in',
      "INSERT INTO candidates (id, round_id, position, code, name, unit, track_id, fields, dossier, sealed) SELECT 'x', round_id, 99, 'A0', 'x', '', track_id, '{}', '', '{}' FROM candidates LIMIT 1",
    ],
    ['goes', 'DELETE FROM candidates WHERE position = (SELECT max(position) FROM candidates)'],
    ['gets another code', "UPDATE candidates SET code = 'ZZ' || code WHERE position = 1"],
    ['moves to another track', 'UPDATE candidates SET track_id = track_id'],
  ])('is packed anew when a candidate %s', (_, sql) => {
    value(makeRanking(workspace, round.roundId));
    workspace.db.pragma('foreign_keys = OFF');
    workspace.db.exec('SAVEPOINT changed');
    workspace.db.exec(sql);
    expect(workspace.db.prepare('SELECT count(*) FROM ranking_rounds').pluck().get()).toBe(0);
    workspace.db.exec('ROLLBACK TO changed; RELEASE changed');
    workspace.db.pragma('foreign_keys = ON');
    expect(packed()).toBe(3);
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
