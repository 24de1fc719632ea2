import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTable } from '#electron/tables/read-table.ts';
import { showCell } from '#shared/tables/show-cell.ts';
import { defaultTableLimits, type TableFile, type TableLimits } from '#shared/tables/table.ts';
import { makeRawWorkbook, rowsXml, sheetXml } from '../../fixtures/tables/raw-workbook.ts';

const fixtures = fileURLToPath(new URL('../../fixtures/tables/', import.meta.url));
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mtx-tables-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function readBytes(name: string, bytes: Uint8Array | string, limits: TableLimits = defaultTableLimits) {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return readTable(path, limits);
}

async function readOk(name: string, bytes: Uint8Array | string): Promise<TableFile> {
  const result = await readBytes(name, bytes);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** What a person sees, row by row. */
function show(table: TableFile, sheet = 0): string[][] {
  return table.sheets[sheet]?.rows.map(({ cells }) => cells.map(showCell)) ?? [];
}

const listing = '编号,名称,单位\r\n1,星澜大厦（示例）,渝拟公司\r\n';
const shown = [
  ['编号', '名称', '单位'],
  ['1', '星澜大厦（示例）', '渝拟公司'],
];

describe('a CSV file', () => {
  test.each([
    ['UTF-8', Buffer.from(listing)],
    ['UTF-8 with a mark', iconv.encode(listing, 'utf8', { addBOM: true })],
    ['GB18030', iconv.encode(listing, 'gb18030')],
    ['UTF-16 little-endian with a mark', iconv.encode(listing, 'utf-16le', { addBOM: true })],
    ['UTF-16 big-endian with a mark', iconv.encode(listing, 'utf-16be', { addBOM: true })],
  ])('reads in %s', async (_, bytes) => {
    expect(show(await readOk('a.csv', bytes))).toEqual(shown);
  });

  test.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
  ])('is cut at the %s', async (_, separator) => {
    expect(show(await readOk('a.csv', `演示数据\n${listing.replaceAll(',', separator)}`))).toEqual([
      ['演示数据'],
      ...shown,
    ]);
  });

  test('keeps characters outside the basic plane in GB18030', async () => {
    expect(show(await readOk('a.csv', iconv.encode('编号,名称\n1,𠮷野软件\n', 'gb18030')))[1]).toEqual([
      '1',
      '𠮷野软件',
    ]);
  });

  test('numbers its rows as a spreadsheet does, blank lines and quoted line breaks included', async () => {
    const table = await readOk('a.csv', '标题\n\n编号,名称\n1,"两\n行"\n\n2,乙\n');
    expect(table.sheets[0]?.rows.map(({ number }) => number)).toEqual([1, 3, 4, 6]);
  });

  test('with a short and a long record keeps both as they are', async () => {
    expect(show(await readOk('a.csv', 'a,b,c\n1\n1,2,3,4\n'))).toEqual([['a', 'b', 'c'], ['1'], ['1', '2', '3', '4']]);
  });

  test('with a quotation mark inside a value reads it as it stands', async () => {
    expect(show(await readOk('a.csv', '编号,名称\n1,5" 屏\n'))[1]).toEqual(['1', '5" 屏']);
  });

  test('with a quotation mark that is never closed is refused with its row', async () => {
    expect(await readBytes('a.csv', '编号,名称\n1,甲\n2,"乙\n3,丙\n')).toMatchObject({
      ok: false,
      error: { code: 'tables.open-quote', detail: { name: 'a.csv', row: 3 } },
    });
  });

  test('that is UTF-8 but for a broken byte is refused instead of shown as garbage', async () => {
    const broken = Buffer.concat([
      Buffer.from('编号,名称,推荐区县,申报单位\n1,星澜数创大厦,渝中区,'),
      Buffer.from([0xe6, 0xb8]),
      Buffer.from('\n'),
    ]);
    expect(await readBytes('a.csv', broken)).toMatchObject({ ok: false, error: { code: 'tables.encoding' } });
  });

  test('of bytes that are no text is refused', async () => {
    expect(await readBytes('a.csv', Buffer.from([1, 2, 0, 3, 0xff, 0x80]))).toMatchObject({
      ok: false,
      error: { code: 'tables.encoding' },
    });
  });
});

describe('a workbook of an office program', () => {
  test('yields merges, hidden rows and columns, formulas’ results and formats', async () => {
    const result = await readTable(join(fixtures, 'buildings.xlsx'));
    const sheet = result.ok ? result.value.sheets[0] : undefined;
    expect(sheet?.name).toBe('楼宇汇总');
    expect(sheet?.hiddenColumns).toEqual([12]);
    expect(sheet?.rows.filter(({ hidden }) => hidden).map(({ number }) => number)).toEqual([9]);
    expect(sheet?.merges).toContainEqual({ firstRow: 5, lastRow: 6, firstColumn: 3, lastColumn: 3 });
    expect(sheet?.rows.find(({ number }) => number === 5)?.cells[6]).toMatchObject({ kind: 'number', value: 0.4 });
  });

  test('yields percentages, dates with their precision, padded codes and rare characters', async () => {
    const result = await readTable(join(fixtures, 'products.xlsx'));
    const sheet = result.ok ? result.value.sheets[1] : undefined;
    expect(sheet?.rows[1]?.cells[7]).toEqual({ kind: 'number', value: 0.125, format: '0.0%' });
    expect(sheet?.rows[1]?.cells[8]).toEqual({ kind: 'date', iso: '2099-03-12', month: false });
    expect(sheet?.rows[2]?.cells[8]).toEqual({ kind: 'date', iso: '2099-05-01', month: true });
    expect(sheet?.rows[1]?.cells.slice(0, 3).map(showCell)).toEqual(['1', '001', '智控产线软件（示例）']);
    expect(sheet?.rows[2]?.cells.slice(2, 4).map(showCell)).toEqual([
      '𠮷野数控系统（示例）',
      '渝拟𠮷野软件有限公司（示例）',
    ]);
    expect(result.ok ? result.value.sheets.map(({ name, hidden }) => [name, hidden]) : null).toEqual([
      ['填表说明', false],
      ['工业软件', false],
      ['人工智能', false],
      ['上年', true],
    ]);
  });

  test('tells formulas without a result, errors and booleans apart', async () => {
    const cells = [
      '<c><f>A2+1</f></c>',
      '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>',
      '<c t="b"><v>1</v></c>',
      '<c t="str"><f>A2</f><v>甲</v></c>',
    ];
    const table = await readOk('a.xlsx', await makeRawWorkbook({ sheets: [rowsXml([cells])] }));
    expect(table.sheets[0]?.rows[0]?.cells).toEqual([
      { kind: 'formula' },
      { kind: 'error', text: '#DIV/0!' },
      { kind: 'boolean', value: true },
      { kind: 'text', text: '甲' },
    ]);
  });

  test('shows a month typed in a Chinese program, whose format has a number and no code', async () => {
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="57"/><xf numFmtId="31"/></cellXfs>';
    const rows = rowsXml([['<c s="1"><v>31107</v></c>', '<c s="2"><v>31107</v></c>']]);
    const table = await readOk('a.xlsx', await makeRawWorkbook({ sheets: [rows], styles }));
    expect(table.sheets[0]?.rows[0]?.cells).toEqual([
      { kind: 'date', iso: '1985-03-01', month: true },
      { kind: 'date', iso: '1985-03-01', month: false },
    ]);
  });

  test('formatted down to its last row costs nothing', async () => {
    const rows = `${rowsXml([['编号', '名称']])}<row r="1048576"><c r="XFD1048576" s="0"/></row>`;
    const table = await readOk('a.xlsx', await makeRawWorkbook({ sheets: [rows] }));
    expect(table.sheets[0]?.rows).toHaveLength(1);
  });

  test('whose cells carry no references is read in their order', async () => {
    const rows = '<row><c t="inlineStr"><is><t>甲</t></is></c><c><v>2</v></c></row><row><c><v>3</v></c></row>';
    expect(show(await readOk('a.xlsx', await makeRawWorkbook({ sheets: [rows] })))).toEqual([
      ['甲', '2'],
      ['3', ''],
    ]);
  });

  test('whose tags carry a prefix is read alike', async () => {
    const sheet =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    expect(show(await readOk('a.xlsx', await makeRawWorkbook({ sheets: [sheet] })))).toEqual([['甲']]);
  });

  test('keeps a text of 3,000 characters whole', async () => {
    const text = '软'.repeat(3000);
    expect(show(await readOk('a.xlsx', await makeRawWorkbook({ sheets: [rowsXml([[text]])] })))).toEqual([[text]]);
  });

  test('with a chart sheet among its sheets is read without it', async () => {
    const workbook = await makeRawWorkbook({
      sheets: [sheetXml(rowsXml([['甲']]))],
      parts: {
        'xl/workbook.xml':
          '<workbook xmlns:r="x"><sheets><sheet name="图" sheetId="2" r:id="rId9"/><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>',
      },
    });
    const table = await readOk('a.xlsx', workbook);
    expect(table.sheets.map(({ name }) => name)).toEqual(['表']);
  });
});
