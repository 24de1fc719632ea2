import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { readTable } from '#electron/tables/read-table.ts';
import { describeCandidates } from '#shared/candidates/describe-candidates.ts';
import { interpretCandidates } from '#shared/candidates/interpret-candidates.ts';
import { describeExperts } from '#shared/experts/describe-experts.ts';
import { interpretExperts } from '#shared/experts/interpret-experts.ts';
import type { CandidateKind } from '#shared/round/round.ts';
import type { ImportReport } from '#shared/tables/describe-import.ts';
import type { TableFile } from '#shared/tables/table.ts';

const fixtures = fileURLToPath(new URL('../../fixtures/tables/', import.meta.url));

async function load(path: string): Promise<TableFile> {
  const result = await readTable(path);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

function report(table: TableFile, kind: CandidateKind, names: readonly string[]): ImportReport {
  const tracks = names.map((name, index) => ({ id: `track-${index}`, name }));
  return describeCandidates(
    interpretCandidates(table, { kind, mode: 'demo', tracks, chosenTrack: null }),
    { tracks },
    'zh-CN',
  );
}

function listKinds({ problems }: ImportReport): string[] {
  return problems.map(({ kind, row, column }) => `${kind} ${row ?? ''}${column ?? ''}`);
}

test('a district’s list of buildings: titles, group headers, merges, hidden parts, formulas, units, a total, notes', async () => {
  const result = report(await load(join(fixtures, 'buildings.xlsx')), 'building', ['示范楼宇']);
  expect(result).toMatchObject({ taken: 4, held: 2 });
  expect(result.rows[0]).toMatchObject({
    row: 5,
    code: 'DY-01',
    name: '星澜数创大厦（示例）',
    unit: '渝拟星澜运营有限公司（示例）',
    fields: {
      district: '渝中区',
      floorArea: 32000,
      usedArea: 28000,
      idleArea: 4000,
      softwareCompanies: 120,
      newCompanies: 15,
      employees: 1200,
      newEmployees: 80,
      softwareRevenue: 125000,
      identityNumber: '110***********0017',
      newlyBuilt: '是',
    },
  });
  expect(result.rows[1]?.fields).toMatchObject({
    district: '渝中区',
    floorArea: 45000,
    idleArea: null,
    softwareCompanies: 56,
    newCompanies: null,
  });
  expect(listKinds(result)).toEqual([
    'tables.hidden-columns ',
    'tables.hidden-rows ',
    'tables.number-unreadable 7L',
    'candidates.code-repeated 8A',
    'tables.figure-implausible 9E',
    'candidates.code-missing 10A',
  ]);
  expect(result.notes.map(({ kind, row }) => `${kind} ${row}`)).toEqual([
    'tables.total-skipped 11',
    'tables.note-skipped 12',
    'tables.note-skipped 13',
  ]);
});

test('a product list of one sheet per track, with instructions and a hidden sheet', async () => {
  const result = report(await load(join(fixtures, 'products.xlsx')), 'product', ['工业软件', '汽车软件', '人工智能']);
  expect(result.rows.map(({ sheet, code, name, taken }) => [sheet, code, name, taken])).toEqual([
    ['工业软件', '001', '智控产线软件（示例）', true],
    ['工业软件', '002', '𠮷野数控系统（示例）', true],
    ['人工智能', '101', "=cmd|'/c calc'!A1", true],
  ]);
  expect(result.rows[0]?.fields).toMatchObject({
    track: '工业软件',
    dossier: '001智控',
    researchInvestment: 1250.5,
    增长率: '12.5%',
    出证日期: '2099-03-12',
  });
  expect(result.rows[1]?.fields).toMatchObject({ researchInvestment: 300, 出证日期: '2099-05' });
  expect(listKinds(result)).toEqual(['tables.sheet-skipped ', 'tables.hidden-sheet-skipped ']);
});

test('a list of talents: months, lost digits, telephone numbers, identity numbers', async () => {
  const result = report(await load(join(fixtures, 'talents.xlsx')), 'talent', ['领军人才']);
  expect(
    result.rows.map(({ name, unit, fields }) => [
      name,
      unit,
      fields['birth'],
      fields['phone'],
      fields['identityNumber'],
      fields['fullTimeLocal'],
    ]),
  ).toEqual([
    ['张拟真', '渝拟软件有限公司（示例）', '1985-03', '13800000001', '110***********013X', '是'],
    ['李拟定', '渝拟数据有限公司（示例）', '1979-10', '13800000002', null, '否'],
    ['王拟稿', '渝拟芯片有限公司（示例）', null, null, null, '待定'],
  ]);
  expect(listKinds(result)).toEqual(['tables.digits-lost 3F', 'tables.date-ambiguous 4E', 'tables.yes-no-unclear 4H']);
});

test('a list of experts with a repeated and a nameless unit', async () => {
  const result = describeExperts(interpretExperts(await load(join(fixtures, 'experts.xlsx')), {}), 'zh-CN');
  expect(result).toMatchObject({ taken: 3, held: 2 });
  expect(result.rows[0]).toMatchObject({
    name: '专家甲',
    fields: { phone: '13800000011', avoidUnits: '渝拟智控有限公司（示例）、渝拟软件有限公司（示例）', leader: '是' },
  });
  expect(listKinds(result)).toEqual(['experts.repeated 5B', 'experts.same-name 6B', 'experts.unit-missing 7C']);
});

test('the same list in GB18030, UTF-16 and UTF-8 comes to the same', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mtx-encodings-'));
  const text =
    '演示数据汇总表\r\n编号;产品名称;申报单位;赛道;销售额（万元）\r\n1;𠮷野软件（示例）;渝拟公司;工业;１２００\r\n2;智控;渝拟公司;区块链;3亿元\r\n';
  const reports = [];
  for (const [index, bytes] of [
    iconv.encode(text, 'gb18030'),
    iconv.encode(text, 'utf-16le', { addBOM: true }),
    Buffer.from(text),
  ].entries()) {
    await writeFile(join(folder, `${index}.csv`), bytes);
    reports.push(report(await load(join(folder, `${index}.csv`)), 'product', ['工业软件', '人工智能']));
  }
  await rm(folder, { recursive: true });
  expect(reports[0]).toEqual(reports[1]);
  expect(reports[0]).toEqual(reports[2]);
  expect(reports[0]?.rows.map(({ row, fields, taken }) => [row, fields['sales'], taken])).toEqual([
    [3, 1200, true],
    [4, 30000, false],
  ]);
});
