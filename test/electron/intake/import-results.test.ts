import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { getProgress } from '#electron/intake/get-progress.ts';
import { importResults } from '#electron/intake/import-results.ts';
import { listIntake } from '#electron/intake/list-intake.ts';
import { makeResultContext } from '#electron/intake/result-context.ts';
import { storeResult } from '#electron/intake/store-result.ts';
import { openResult } from '#electron/packages/open-result.ts';
import { listRounds } from '#electron/round/list-rounds.ts';
import { editSheet } from '#electron/scoring/edit-sheet.ts';
import { workspacePaths } from '#electron/workspace/workspace.ts';
import { submit, value } from '../../pipeline/make-round.ts';
import { refusedUnchanged } from '../../pipeline/state.ts';
import {
  count,
  current,
  demoPackage,
  folder,
  homeOf,
  kept,
  model,
  open,
  packages,
  round,
  take,
  verdicts,
  workspace,
} from './intake-model.ts';

describe('what comes in', () => {
  it('from a folder is every result package at any depth, in the order of submission, and nothing else', async () => {
    const stick = join(folder, 'U盘');
    mkdirSync(join(stick, '张三', '补交'), { recursive: true });
    const [one = '', two = ''] = packages['first'] ?? [];
    cpSync(one, join(stick, '张三', '结果-2.MTXRESULT'));
    cpSync(two, join(stick, '张三', '结果-10.mtxresult'));
    cpSync(packages['second']?.[0] ?? '', join(stick, '张三', '补交', '李四.mtxresult'));
    writeFileSync(join(stick, '说明.txt'), 'x');
    writeFileSync(join(stick, '坏.mtxresult'), 'rubbish');
    symlinkSync(one, join(stick, '链接.mtxresult'));
    mkdirSync(join(stick, '空.mtxresult'));
    const entries = await take(stick);
    expect(entries.map(({ file, verdict, code, seq }) => [file, code ?? verdict, seq])).toEqual([
      ['坏.mtxresult', 'package.not-age', null],
      ['结果-2.MTXRESULT', 'accepted', 1],
      ['结果-10.mtxresult', 'superseded', 2],
      ['李四.mtxresult', 'accepted', 1],
    ]);
    expect(entries[3]).toMatchObject({ expertName: '专家2', sheets: 2, roundId: round.roundId, detail: {} });
    expect(entries[0]).toMatchObject({ expertName: null, sheets: 0, detail: { file: '坏.mtxresult' } });
    expect([kept(), count('results'), count('sheets'), count('intake')]).toEqual([3, 3, 6, 4]);
  });

  it('under a second name, or twice in one go, is a duplicate', async () => {
    const [one = ''] = packages['first'] ?? [];
    cpSync(one, join(folder, '副本.mtxresult'));
    expect(await verdicts(one, one, join(folder, '副本.mtxresult'))).toEqual(['accepted', 'duplicate']);
    expect([kept(), count('results')]).toEqual([1, 1]);
  });

  it('is not looked at when one of the places is missing', async () => {
    const [one = ''] = packages['first'] ?? [];
    await refusedUnchanged(workspace.db, 'files.missing', () =>
      importResults(workspace, { paths: [one, join(folder, '没有')] }),
    );
    expect(kept()).toBe(0);
  });

  it('skips a gap in the chain, and then refuses what is older or from another machine', async () => {
    const [one, two, three] = packages['first'] ?? [];
    expect(await verdicts(one, three)).toEqual(['accepted', 'superseded']);
    expect(await verdicts(two)).toEqual(['package.stale']);
    expect(await verdicts(packages['stranger']?.[0])).toEqual(['package.key-changed']);
    expect(current()).toEqual([{ seq: 3 }]);
    expect(kept()).toBe(2);
  });

  it('from another commission is refused', async () => {
    expect(await verdicts(demoPackage)).toEqual(['package.wrong-recipient']);
  });

  it('for a demo round never enters an official one, nor the other way round', async () => {
    workspace.db.prepare("UPDATE rounds SET mode = 'demo'").run();
    expect(await verdicts(packages['first']?.[0])).toEqual(['package.mode']);
    expect([kept(), count('results')]).toEqual([0, 0]);
  });

  it('with a code that the workspace can no longer read proves nothing', async () => {
    workspace.db.prepare("UPDATE tasks SET code = 'rubbish'").run();
    expect(await verdicts(packages['first']?.[0])).toEqual(['package.signer-unknown']);
  });

  it('in place of a folder for packages is refused, and the copy is dropped', async () => {
    rmSync(workspacePaths.results(workspace.folder), { recursive: true });
    writeFileSync(workspacePaths.results(workspace.folder), '');
    expect(await verdicts(packages['first']?.[0])).toEqual(['files.not-a-folder']);
    expect(readdirSync(workspacePaths.staging(workspace.folder))).toEqual([]);
    expect(count('results')).toBe(0);
  });

  it('leaves nothing when the database cannot take it', async () => {
    workspace.db.exec("CREATE TRIGGER full BEFORE INSERT ON sheets BEGIN SELECT RAISE(ABORT, 'disk gone'); END");
    await expect(take(packages['first']?.[0])).rejects.toThrow('disk gone');
    expect([kept(), count('results'), count('intake'), count('expert_keys')]).toEqual([0, 0, 0, 0]);
    workspace.db.exec('DROP TRIGGER full');
    expect(await verdicts(packages['first']?.[0])).toEqual(['accepted']);
  });

  it('behind one that the database cannot take leaves nothing either, and drops its copy', async () => {
    const [one, two] = packages['first'] ?? [];
    workspace.db.exec("CREATE TRIGGER full BEFORE INSERT ON sheets BEGIN SELECT RAISE(ABORT, 'disk gone'); END");
    await expect(take(one, two)).rejects.toThrow('disk gone');
    expect(readdirSync(workspacePaths.staging(workspace.folder))).toEqual([]);
    expect([kept(), count('intake')]).toEqual([0, 0]);
  });

  it('is held against what came before it in the same go, though it is opened meanwhile', async () => {
    const [one, two] = packages['first'] ?? [];
    const seen: unknown[] = [];
    const progress = (done: number): void => void seen.push([done, count('results')]);
    const entries = value(await importResults(workspace, { paths: [two, one, two].map(String) }, progress));
    expect(entries.map(({ verdict, code }) => code ?? verdict)).toEqual(['accepted', 'package.stale']);
    expect(seen).toEqual([
      [0, 0],
      [1, 1],
      [2, 1],
    ]);
  });
});

describe('two programs taking packages in at once', () => {
  it('agree on what counts, whatever the order', async () => {
    const other = await open();
    const results = join(model, 'results');
    const both = await Promise.all([
      importResults(workspace, { paths: [results] }),
      importResults(other, { paths: [results] }),
    ]);
    other.db.close();
    const accepted = both.flatMap((entries) => value(entries)).filter(({ verdict }) => verdict !== 'duplicate');
    expect(accepted.every(({ code }) => code === null || code === 'package.stale')).toBe(true);
    expect(current()).toEqual([{ seq: 1 }, { seq: 3 }]);
    expect(count('results')).toBe(kept());
    expect(readdirSync(workspacePaths.staging(workspace.folder))).toEqual([]);
  });

  /** Imports a package while another program stores another one between its verification and its record. */
  async function overtake(path: string | undefined, by: string | undefined) {
    const other = await open();
    const { outcome } = await openResult({
      file: by ?? '',
      staging: workspacePaths.staging(other.folder),
      keys: other.keys,
      context: makeResultContext(other),
    });
    const overtaking = value(outcome);
    const { folder: place } = workspace;
    let looks = 0;
    // The place of packages is asked for between the two: first for the staging folder, then for keeping.
    const racing = Object.defineProperty({ ...workspace }, 'folder', {
      get: () => {
        looks += 1;
        if (looks === 2) storeResult(other.db, overtaking, '2026-11-23T10:00:00Z');
        return place;
      },
    });
    const entries = value(await importResults(racing, { paths: [path ?? ''] }));
    other.db.close();
    return entries.map(({ verdict, code }) => code ?? verdict);
  }

  it('never let an older package replace a newer one that was faster', async () => {
    const [one, two] = packages['first'] ?? [];
    expect(await overtake(one, two)).toEqual(['package.stale']);
    expect(current()).toEqual([{ seq: 2 }]);
    expect(kept()).toBe(0);
  });

  it('see the same package twice as a duplicate', async () => {
    const [one] = packages['first'] ?? [];
    expect(await overtake(one, one)).toEqual(['duplicate']);
    expect([count('results'), count('sheets')]).toEqual([1, 2]);
  });

  it('pin one key of an expert only', async () => {
    expect(await overtake(packages['stranger']?.[0], packages['first']?.[0])).toEqual(['package.key-changed']);
    expect(count('expert_keys')).toBe(1);
  });
});

describe('the list of what came in', () => {
  it('shows the round’s packages and those that no round claims, the newest first', async () => {
    await take(packages['first']?.[0]);
    writeFileSync(join(folder, '坏.mtxresult'), 'rubbish');
    await take(join(folder, '坏.mtxresult'));
    workspace.db.exec("UPDATE intake SET round_id = '0197a3a0-0000-7000-8000-000000000000' WHERE verdict = 'accepted'");
    await take(packages['second']?.[0]);
    const listed = value(listIntake(workspace, { roundId: round.roundId }));
    expect(listed.map(({ file, verdict }) => [file.replace(/^.*-(?=专家)/, ''), verdict])).toEqual([
      ['专家2-1.mtxresult', 'accepted'],
      ['坏.mtxresult', 'refused'],
      ['专家1-1.mtxresult', 'accepted'],
    ]);
    expect(listed[1]).toMatchObject({ code: 'package.not-age', detail: { file: '坏.mtxresult' } });
    expect(listIntake(workspace, { roundId: 'x' })).toMatchObject({ error: { code: 'round.unknown' } });
  });
});

describe('progress', () => {
  it('shows each cell as waiting, scored, recused or abstained, and what nobody was asked as unassigned', async () => {
    const [, , third] = round.homes;
    if (third === undefined) throw new Error('no home');
    const [b1 = '', b2 = ''] = workspace.db
      .prepare<[], { id: string }>('SELECT id FROM candidates ORDER BY position')
      .all()
      .map(({ id }) => id);
    for (const [candidateId, state] of [
      [b1, 'recused'],
      [b2, 'abstained'],
    ] as const) {
      value(
        editSheet(third.home, {
          taskId: third.taskId,
          candidateId,
          change: { what: 'state', state, reason: '不熟悉' },
        }),
      );
    }
    const { path } = await submit(third, join(folder, 'third'));
    await take(path, packages['first']?.[0]);
    workspace.db
      .prepare('DELETE FROM assignments WHERE expert_id = ? AND candidate_id = ?')
      .run(homeOf(1).expertId, b2);
    const progress = value(getProgress(workspace, { roundId: round.roundId }));
    expect(progress.cells.map((row) => row.map(({ state }) => state))).toEqual([
      ['scored', 'waiting', 'recused'],
      ['scored', 'unassigned', 'abstained'],
    ]);
    expect(progress.cells[0]?.[0]?.total).toBeGreaterThan(0);
    expect(progress.cells[0]?.[2]?.total).toBeNull();
    expect(progress.experts.map(({ done, assigned, seq }) => [done, assigned, seq])).toEqual([
      [2, 2, 1],
      [0, 1, null],
      [2, 2, 1],
    ]);
    expect(progress.experts.map(({ receivedAt }) => receivedAt?.slice(0, 10) ?? null)).toEqual([
      '2026-11-23',
      null,
      '2026-11-23',
    ]);
    expect(progress.candidates.map(({ done, assigned }) => [done, assigned])).toEqual([
      [2, 3],
      [2, 2],
    ]);
    expect(value(listRounds(workspace))[0]?.counts).toMatchObject({ expertsReturned: 2, sheetsIn: 4, tasksIssued: 3 });
    expect(getProgress(workspace, { roundId: 'x' })).toMatchObject({ error: { code: 'round.unknown' } });
  });
});

it('a task of a round that is gone answers nothing', () => {
  const { statement } = workspace.db.prepare<[], { statement: string }>('SELECT statement FROM tasks').get() ?? {
    statement: '',
  };
  const context = makeResultContext(workspace);
  expect(context.findTask(statement)?.candidates).toHaveLength(2);
  expect(context.isRevoked('x')).toBe(false);
  // Codes lie sealed: without the key that opens them, no proof of a new key can hold.
  const { columns: _columns, ...locked } = workspace;
  expect(makeResultContext(locked).findTask(statement)?.secret).toBeNull();
  workspace.db.exec('PRAGMA foreign_keys = OFF; DELETE FROM rounds; PRAGMA foreign_keys = ON;');
  expect(makeResultContext(workspace).findTask(statement)).toBeNull();
  expect(makeResultContext(workspace).findRound(round.roundId)).toBeNull();
  expect(context.findTask('x')).toBeNull();
});

it('a package of a round that is gone is refused, and names nobody who is not known', async () => {
  workspace.db.exec('PRAGMA foreign_keys = OFF; DELETE FROM rounds; DELETE FROM experts; PRAGMA foreign_keys = ON;');
  expect(await take(packages['first']?.[0])).toMatchObject([
    { verdict: 'refused', code: 'package.round-unknown', roundId: round.roundId, expertName: null, seq: 1 },
  ]);
});

it('a package with a sheet of a candidate that is gone is refused', async () => {
  workspace.db.exec("DELETE FROM candidates WHERE code = 'B01'");
  expect(await verdicts(packages['first']?.[0])).toEqual(['package.sheet-unknown']);
});

it('a package is kept byte for byte as it came', async () => {
  const [one = ''] = packages['first'] ?? [];
  const [entry] = await take(one);
  const held = join(workspacePaths.results(workspace.folder), `${entry?.statement}.mtxresult`);
  expect(readFileSync(held).equals(readFileSync(one))).toBe(true);
});
