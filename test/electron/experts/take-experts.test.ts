import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { beforeEach, describe, expect, it } from 'vitest';
import { listExperts, loadExperts } from '#electron/experts/list-experts.ts';
import { previewExperts } from '#electron/experts/preview-experts.ts';
import { readExperts } from '#electron/experts/read-experts.ts';
import { listNamedTracks, removeExperts, takeExperts } from '#electron/experts/take-experts.ts';
import { createRound } from '#electron/round/create-round.ts';
import { loadTemplate } from '#electron/round/templates.ts';
import { makePreviews } from '#electron/tables/previews.ts';
import type { UnlockedWorkspace } from '#electron/workspace/workspace.ts';
import { expertRow, makeRound, value } from '../../pipeline/make-round.ts';
import { temporaryWorkspace } from '../../pipeline/temporary-round.ts';
import { refusedUnchanged, stateOf } from '../../pipeline/state.ts';

const fixture = (name: string): string => join(import.meta.dirname, '../../fixtures/tables', name);

const temporary = temporaryWorkspace('each');
let folder: string;
let workspace: UnlockedWorkspace;
beforeEach(() => void ({ folder, workspace } = temporary));

function newRound(kind = 'product'): string {
  const { design } = value(loadTemplate(kind));
  return value(createRound(workspace, { title: '批次', mode: 'official', deadline: null, design })).id;
}

function writeTable(text: string, encoding = 'utf8'): string {
  const path = join(folder, '专家.csv');
  writeFileSync(path, iconv.encode(text, encoding));
  return path;
}

describe('a spreadsheet of experts', () => {
  it('is previewed without storing anything, mended in one row, and taken', async () => {
    const roundId = newRound();
    const path = writeTable(
      '姓名,单位,职称,手机,领域/赛道,回避单位,组长\n张三,重庆大学,教授,13900000001,工业软件,甲公司、乙公司,是\n李四,,研究员,,,,\n',
      'gb18030',
    );
    const before = stateOf(workspace.db);
    const previews = makePreviews(() => 'p1');
    const preview = previews.open(value(await previewExperts(workspace, { roundId, path })));
    expect(stateOf(workspace.db)).toEqual(before);
    expect(preview).toMatchObject({ takeable: 1, held: 1, fileName: '专家.csv' });
    const held = preview.rows.find((row) => row.held);
    expect(held?.problems.map(({ kind, row }) => [kind, row])).toEqual([['experts.unit-missing', 3]]);
    const mended = value(
      previews.mendPreviewRow({ previewId: 'p1', rowId: held?.id ?? '', cells: { unit: '西南大学' } }),
    );
    expect(mended).toMatchObject({ takeable: 2, held: 0 });
    expect(value(previews.take({ previewId: 'p1' }))).toEqual({ taken: 2, held: 0 });
    expect(previews.take({ previewId: 'p1' })).toMatchObject({ error: { code: 'ipc.preview-gone' } });
    const views = value(await listExperts(workspace, { roundId }));
    expect(views).toMatchObject([
      { name: '张三', leader: true, avoidUnits: ['甲公司', '乙公司'], tracks: ['industrial'], load: 0 },
      { name: '李四', unit: '西南大学', leader: false, avoidUnits: [], tracks: [] },
    ]);
    expect(views[0]?.search).toContain('zhangsan');
  });

  it('as an office program writes it is taken once; the second time every row is held', async () => {
    const roundId = newRound();
    const read = value(await readExperts(workspace, { roundId, path: fixture('experts.xlsx') }));
    const taken = value(takeExperts(workspace, { roundId, rows: read.interpretation.rows }));
    expect(taken.taken).toBeGreaterThan(0);
    const again = value(await readExperts(workspace, { roundId, path: fixture('experts.xlsx') }));
    const before = loadExperts(workspace.db, roundId);
    expect(value(takeExperts(workspace, { roundId, rows: again.interpretation.rows })).taken).toBe(0);
    expect(loadExperts(workspace.db, roundId)).toEqual(before);
  });

  it('is refused when it is none, for an unknown round and for an issued one', async () => {
    const roundId = newRound();
    const read =
      (path: string, id = roundId) =>
      () =>
        previewExperts(workspace, { roundId: id, path });
    await refusedUnchanged(workspace.db, 'tables.old-excel', read(fixture('experts-old.xls')));
    await refusedUnchanged(workspace.db, 'files.missing', read(join(folder, '没有.xlsx')));
    await refusedUnchanged(workspace.db, 'round.unknown', read(fixture('experts.xlsx'), 'x'));
    const waiting = value(await previewExperts(workspace, { roundId, path: fixture('experts.xlsx') }));
    workspace.db.prepare("UPDATE rounds SET status = 'issued' WHERE id = ?").run(roundId);
    await refusedUnchanged(workspace.db, 'round.not-draft', read(fixture('experts.xlsx')));
    await refusedUnchanged(workspace.db, 'round.not-draft', () => waiting.take([]));
  });
});

describe('a person', () => {
  it('keeps one id from round to round; what the newer list says counts', () => {
    const [first, second] = [newRound(), newRound()];
    value(takeExperts(workspace, { roundId: first, rows: [{ ...expertRow('张三', '甲'), phone: '139' }] }));
    value(takeExperts(workspace, { roundId: second, rows: [{ ...expertRow('张三', '甲'), title: '研究员' }] }));
    const [here] = loadExperts(workspace.db, first);
    const [there] = loadExperts(workspace.db, second, workspace.columns);
    expect(there?.id).toBe(here?.id);
    expect(there).toMatchObject({ phone: '139', title: '研究员' });
  });

  it('of the same name and unit with another telephone is somebody else', () => {
    const roundId = newRound();
    const rows = ['139', '138'].map((phone) => ({ ...expertRow('张三', '甲'), phone }));
    value(takeExperts(workspace, { roundId, rows }));
    const people = loadExperts(workspace.db, roundId);
    expect(new Set(people.map(({ id }) => id)).size).toBe(2);
  });

  it('known without a telephone gets the one that a list names', () => {
    const [first, second] = [newRound(), newRound()];
    value(takeExperts(workspace, { roundId: first, rows: [expertRow('张三', '甲')] }));
    value(takeExperts(workspace, { roundId: second, rows: [{ ...expertRow('张三', '甲'), phone: '139' }] }));
    expect(loadExperts(workspace.db, first, workspace.columns)).toMatchObject([{ phone: '139' }]);
  });

  it('taken twice into one round is updated, not doubled', () => {
    const roundId = newRound();
    value(takeExperts(workspace, { roundId, rows: [expertRow('张三', '甲')] }));
    value(
      takeExperts(workspace, { roundId, rows: [{ ...expertRow('张三', '甲'), leader: true, avoidUnits: ['乙'] }] }),
    );
    expect(loadExperts(workspace.db, roundId)).toMatchObject([{ leader: true, avoidUnits: ['乙'] }]);
  });
});

describe('removing experts', () => {
  it('takes them from the round only', () => {
    const roundId = makeRound(workspace, 1, 3);
    const other = makeRound(workspace, 1, 3);
    const [first] = loadExperts(workspace.db, roundId);
    value(removeExperts(workspace, { roundId, expertIds: [first?.id ?? ''] }));
    expect(loadExperts(workspace.db, roundId)).toHaveLength(2);
    expect(loadExperts(workspace.db, other)).toHaveLength(3);
  });

  it('is refused for an unknown round and an issued one', async () => {
    const roundId = makeRound(workspace, 1, 1);
    const remove = (id: string) => () => removeExperts(workspace, { roundId: id, expertIds: [] });
    await refusedUnchanged(workspace.db, 'round.unknown', remove('x'));
    workspace.db.prepare("UPDATE rounds SET status = 'issued' WHERE id = ?").run(roundId);
    await refusedUnchanged(workspace.db, 'round.not-draft', remove(roundId));
  });
});

it('tracks are those that the column names; none named means every track', () => {
  const tracks = value(loadTemplate('product')).design.tracks;
  const [first, second] = tracks;
  expect(listNamedTracks(`${first?.name}、${second?.name}`, tracks)).toEqual([first?.id, second?.id]);
  expect(listNamedTracks('软件工程', tracks)).toEqual([]);
  expect(listNamedTracks(first?.name ?? '', tracks.slice(0, 1))).toEqual([]);
});

it('listing experts of an unknown round is refused', async () => {
  expect(await listExperts(workspace, { roundId: 'x' })).toMatchObject({ error: { code: 'round.unknown' } });
});
