import { sealedPlace } from '#electron/workspace/columns.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { beforeEach, describe, expect, it } from 'vitest';
import { listCandidates, loadCandidates } from '#electron/candidates/list-candidates.ts';
import { previewCandidates } from '#electron/candidates/preview-candidates.ts';
import { readCandidates } from '#electron/candidates/read-candidates.ts';
import { removeCandidates, takeCandidates } from '#electron/candidates/take-candidates.ts';
import { createRound } from '#electron/round/create-round.ts';
import { loadTemplate } from '#electron/round/templates.ts';
import { makePreviews } from '#electron/tables/previews.ts';
import { writeWorkbook } from '#electron/tables/write-workbook.ts';
import type { UnlockedWorkspace } from '#electron/workspace/workspace.ts';
import { candidateSchema } from '#shared/candidates/candidate.ts';
import { candidateRow, makeRound, value } from '../../pipeline/make-round.ts';
import { temporaryWorkspace } from '../../pipeline/temporary-round.ts';
import { refusedUnchanged, stateOf } from '../../pipeline/state.ts';

const fixture = (name: string): string => join(import.meta.dirname, '../../fixtures/tables', name);

const temporary = temporaryWorkspace('each');
let folder: string;
let workspace: UnlockedWorkspace;
beforeEach(() => void ({ folder, workspace } = temporary));

function newRound(kind: string): string {
  const { design } = value(loadTemplate(kind));
  return value(createRound(workspace, { title: '批次', mode: 'official', deadline: null, design })).id;
}

function writeTable(text: string, encoding = 'utf8'): string {
  const path = join(folder, '名单.csv');
  writeFileSync(path, iconv.encode(text, encoding));
  return path;
}

const trackId = 'building';

describe('a spreadsheet of candidates', () => {
  it('is previewed without storing anything, mended, and taken with what was mended', async () => {
    const roundId = newRound('building');
    const path = writeTable(
      '编号,名称,申报单位,建筑面积\nB1,星澜大厦,甲公司,1.2万㎡\n,云屏楼,乙公司,\nB1,重复楼,丙公司,\n',
      'gb18030',
    );
    const before = stateOf(workspace.db);
    const previews = makePreviews(() => 'p1');
    const preview = previews.open(value(await previewCandidates(workspace, { roundId, path, trackId: null })));
    expect(stateOf(workspace.db)).toEqual(before);
    expect(preview).toMatchObject({ takeable: 1, held: 2 });
    const held = preview.rows.filter((row) => row.held);
    expect(held.map(({ row, problems }) => [row, problems.map(({ kind }) => kind)])).toEqual([
      [3, ['candidates.code-missing']],
      [4, ['candidates.code-repeated']],
    ]);
    previews.mendPreviewRow({ previewId: 'p1', rowId: held[0]?.id ?? '', cells: { code: 'B2' } });
    expect(value(previews.take({ previewId: 'p1' }))).toEqual({ taken: 2, held: 1 });
    const stored = value(await listCandidates(workspace, { roundId }));
    expect(stored.map(({ code, name }) => [code, name])).toEqual([
      ['B1', '星澜大厦'],
      ['B2', '云屏楼'],
    ]);
    expect(stored[0]?.fields).toEqual([{ key: 'floorArea', label: '建筑面积（㎡）', value: '12000' }]);
    expect(stored[1]?.search).toContain('yunpinglou');
  });

  it('as an office program writes it is taken once; the second time every row is held', async () => {
    const roundId = newRound('building');
    const read = async () =>
      value(await readCandidates(workspace, { roundId, path: fixture('buildings.xlsx'), track: null }));
    const { taken } = value(takeCandidates(workspace, { roundId, rows: (await read()).interpretation.rows }));
    expect(taken).toBeGreaterThan(0);
    const before = loadCandidates(workspace.db, roundId);
    expect(value(takeCandidates(workspace, { roundId, rows: (await read()).interpretation.rows })).taken).toBe(0);
    expect(loadCandidates(workspace.db, roundId)).toEqual(before);
  });

  it('goes whole to the track chosen for it, by id or name', async () => {
    const roundId = newRound('product');
    const path = writeTable('编号,名称,申报单位\nP1,软件,甲公司\n');
    const [, , chosen] = value(loadTemplate('product')).design.tracks;
    for (const track of [chosen?.id ?? '', chosen?.name ?? '']) {
      const read = value(await readCandidates(workspace, { roundId, path, track }));
      expect(read.interpretation.rows).toMatchObject([{ trackId: chosen?.id, taken: true }]);
    }
    const without = value(await readCandidates(workspace, { roundId, path, track: null }));
    expect(without.interpretation.rows).toMatchObject([{ trackId: null, taken: false }]);
  });

  it('is refused when it is none, for an unknown track or round, and for an issued round', async () => {
    const roundId = newRound('building');
    const preview =
      (path: string, change: object = {}) =>
      () =>
        previewCandidates(workspace, { roundId, path, trackId: null, ...change });
    const path = fixture('buildings.xlsx');
    await refusedUnchanged(workspace.db, 'tables.old-excel', preview(fixture('experts-old.xls')));
    await refusedUnchanged(workspace.db, 'tables.other-format', preview(fixture('experts.ods')));
    await refusedUnchanged(workspace.db, 'files.missing', preview(join(folder, '没有.xlsx')));
    await refusedUnchanged(workspace.db, 'round.track-unknown', preview(path, { trackId: 'x' }));
    await refusedUnchanged(workspace.db, 'round.unknown', preview(path, { roundId: 'x' }));
    const waiting = value(await preview(path)());
    workspace.db.prepare("UPDATE rounds SET status = 'issued' WHERE id = ?").run(roundId);
    await refusedUnchanged(workspace.db, 'round.not-draft', preview(path));
    await refusedUnchanged(workspace.db, 'round.not-draft', () => waiting.take([]));
  });

  it('of 5,000 rows is read, previewed and taken whole', async () => {
    const roundId = newRound('building');
    const cells = (values: readonly string[]) => ({ cells: values.map((text) => ({ value: text })) });
    const rows = Array.from({ length: 5000 }, (_, index) => cells([`B${index}`, `楼宇${index}`, `单位${index}`]));
    const sheet = { name: '名单', orientation: 'portrait', columnWidths: [10, 10, 10] } as const;
    const head = cells(['编号', '名称', '申报单位']);
    const bytes = await writeWorkbook({ title: '', createdAt: 0, sheets: [{ ...sheet, rows: [head, ...rows] }] });
    const path = join(folder, '名单.xlsx');
    writeFileSync(path, bytes);
    const waiting = value(await previewCandidates(workspace, { roundId, path, trackId: null }));
    expect(waiting.show([])).toMatchObject({ takeable: 5000, held: 0 });
    expect(value(waiting.take([]))).toEqual({ taken: 5000, held: 0 });
    expect(loadCandidates(workspace.db, roundId).at(-1)?.code).toBe('B4999');
  });

  it('keeps hostile names as the words they are, and what is stored fits a package', async () => {
    const roundId = newRound('building');
    const names = [
      "=cmd|'/c calc'!A1",
      '../../../etc/passwd',
      '\u202e反向\u200f名称',
      '🌟👨‍👩‍👧楼',
      '<img src=x onerror=alert(1)>',
      "'; DROP TABLE candidates;--",
    ];
    const text = ['编号,名称,申报单位', ...names.map((name, index) => `H${index},"${name}",单位${index}`)].join('\r\n');
    const read = value(await readCandidates(workspace, { roundId, path: writeTable(text), track: null }));
    expect(value(takeCandidates(workspace, { roundId, rows: read.interpretation.rows })).taken).toBe(names.length);
    const stored = loadCandidates(workspace.db, roundId);
    expect(stored.map(({ name }) => name)).toEqual([
      names[0],
      names[1],
      '反向名称',
      expect.stringContaining('🌟'),
      names[4],
      names[5],
    ]);
    for (const candidate of stored) {
      const fields = candidate.fields.map(({ key, label, value: text }) => ({ key, label, value: text }));
      expect(candidateSchema.safeParse({ ...candidate, fields }).success).toBe(true);
    }
  });
});

describe('taking candidates', () => {
  it('holds a row whose code came in meanwhile or whose track is gone', () => {
    const roundId = newRound('building');
    value(takeCandidates(workspace, { roundId, rows: [candidateRow('B1', '甲', trackId)] }));
    const rows = [
      candidateRow('B1', '甲', trackId),
      candidateRow('B2', '乙', 'gone'),
      { ...candidateRow('B3', '丙'), trackId: null },
      { ...candidateRow('B4', '丁', trackId), taken: false },
      candidateRow('B5', '戊', trackId),
      candidateRow('B5', '戊', trackId),
    ];
    expect(value(takeCandidates(workspace, { roundId, rows }))).toEqual({ taken: 1, held: 5 });
    expect(loadCandidates(workspace.db, roundId).map(({ code }) => code)).toEqual(['B1', 'B5']);
  });

  it('keeps sealed fields from everybody who lists them', async () => {
    const roundId = newRound('talent');
    const path = writeTable('编号,姓名,工作单位,证件号\nT1,张三,甲公司,11010519491231002X\n');
    const read = value(await readCandidates(workspace, { roundId, path, track: null }));
    value(takeCandidates(workspace, { roundId, rows: read.interpretation.rows }));
    const row = workspace.db.prepare<[], { id: string; sealed: string }>('SELECT id, sealed FROM candidates').get();
    const stored: unknown = JSON.parse(row?.sealed ?? '');
    expect(stored).toMatch(/^mtx2:/);
    const opened = workspace.columns?.(sealedPlace(row?.id ?? ''), String(stored));
    expect(Object.values(JSON.parse(opened ?? '{}'))).toEqual(['11010519491231002X']);
    const listed = JSON.stringify([
      value(await listCandidates(workspace, { roundId })),
      loadCandidates(workspace.db, roundId),
    ]);
    expect(listed).not.toContain('19491231');
    expect(
      loadCandidates(workspace.db, roundId)[0]?.fields.find(({ label }) => label.includes('证件'))?.forExperts,
    ).toBe(false);
  });

  it('goes on counting positions after some were removed', () => {
    const roundId = makeRound(workspace, 3, 1);
    const [first, second] = loadCandidates(workspace.db, roundId);
    value(removeCandidates(workspace, { roundId, candidateIds: [first?.id ?? '', 'nobody'] }));
    value(takeCandidates(workspace, { roundId, rows: [candidateRow('B09', '甲', trackId)] }));
    expect(loadCandidates(workspace.db, roundId).map(({ code }) => code)).toEqual([second?.code, 'B03', 'B09']);
  });
});

it('removing candidates is refused for an unknown round and an issued one, listing for an unknown one', async () => {
  const roundId = makeRound(workspace, 1, 1);
  const [candidate] = loadCandidates(workspace.db, roundId);
  const remove = (id: string) => () =>
    removeCandidates(workspace, { roundId: id, candidateIds: [candidate?.id ?? ''] });
  await refusedUnchanged(workspace.db, 'round.unknown', remove('x'));
  workspace.db.prepare("UPDATE rounds SET status = 'issued' WHERE id = ?").run(roundId);
  await refusedUnchanged(workspace.db, 'round.not-draft', remove(roundId));
  expect(await listCandidates(workspace, { roundId: 'x' })).toMatchObject({ error: { code: 'round.unknown' } });
});
