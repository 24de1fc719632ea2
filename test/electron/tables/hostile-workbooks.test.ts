import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTable } from '#electron/tables/read-table.ts';
import { defaultTableLimits, type TableLimits } from '#shared/tables/table.ts';
import { makeRawWorkbook, rowsXml, sheetXml, zipParts } from '../../fixtures/tables/raw-workbook.ts';

const fixtures = fileURLToPath(new URL('../../fixtures/tables/', import.meta.url));
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mtx-hostile-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function codeOf(bytes: Uint8Array | string, limits: TableLimits = defaultTableLimits): Promise<string> {
  const path = join(folder, '名单.xlsx');
  await writeFile(path, bytes);
  const result = await readTable(path, limits);
  return result.ok ? 'ok' : result.error.code;
}

const rows = rowsXml([
  ['编号', '名称'],
  ['1', '甲'],
]);

describe('what is no readable workbook is told apart by its own code', () => {
  test('a file of the old Excel format', async () => {
    expect(await codeOf(await readFile(join(fixtures, 'experts-old.xls')))).toBe('tables.old-excel');
  });

  test('a workbook with a password', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: 'A', rows: [['编号']] }],
      encryption: { password: 'x', spinCount: 1000 },
    });
    expect(await codeOf(bytes)).toBe('tables.encrypted');
  });

  test('a container whose entries are encrypted', async () => {
    const bytes = await makeRawWorkbook({ sheets: [rows] });
    // Bit 0 of the general purpose flag, in the central directory (APPNOTE 4.4.4).
    for (let at = bytes.indexOf('PK\u0001\u0002'); at !== -1; at = bytes.indexOf('PK\u0001\u0002', at + 4))
      bytes.writeUInt16LE(bytes.readUInt16LE(at + 8) | 1, at + 8);
    expect(await codeOf(bytes)).toBe('tables.encrypted');
  });

  test('an OpenDocument spreadsheet', async () => {
    expect(await codeOf(await readFile(join(fixtures, 'experts.ods')))).toBe('tables.other-format');
  });

  test('a web page, a PDF and a picture named .xlsx', async () => {
    expect(await codeOf('<html><table><tr><td>编号</td></tr></table></html>')).toBe('tables.other-format');
    expect(await codeOf('%PDF-1.7\n')).toBe('tables.other-format');
    expect(await codeOf(Buffer.from('89504e470d0a1a0a', 'hex'))).toBe('tables.other-format');
  });

  test('a Word document', async () => {
    expect(await codeOf(await zipParts({ 'word/document.xml': '<w/>' }))).toBe('tables.other-format');
  });

  test('an empty file, one that is missing, and a folder', async () => {
    expect(await codeOf('')).toBe('tables.empty-file');
    expect(await readTable(join(folder, '没有.xlsx'))).toMatchObject({
      error: { code: 'files.missing', detail: { name: '没有.xlsx' } },
    });
    expect(await readTable(folder)).toMatchObject({ error: { code: 'files.not-a-file' } });
  });

  test('a workbook without a single cell, and a text file of blank lines', async () => {
    expect(await codeOf(await makeRawWorkbook({ sheets: [''] }))).toBe('tables.no-cells');
    expect(await codeOf('\n\n , ,\n')).toBe('tables.no-cells');
  });
});

describe('a hostile workbook is refused before its cells are built', () => {
  test('a part that unpacks beyond the limit', async () => {
    const bomb = sheetXml(rows, ' '.repeat(defaultTableLimits.partBytes));
    const bytes = await makeRawWorkbook({ sheets: [bomb] });
    expect(bytes.length).toBeLessThan(200_000);
    expect(await codeOf(bytes)).toBe('tables.unpacks-too-large');
  });

  test('several parts that unpack beyond the limit together', async () => {
    const part = sheetXml(rows, ' '.repeat(400_000));
    const limits = { ...defaultTableLimits, totalBytes: 1_000_000 };
    expect(await codeOf(await makeRawWorkbook({ sheets: [part, part, part] }), limits)).toBe(
      'tables.unpacks-too-large',
    );
  });

  test('a part that declares fewer bytes than it unpacks to', async () => {
    const bytes = await makeRawWorkbook({ sheets: [sheetXml(rows, ' '.repeat(5_000_000))] });
    const declared = Buffer.alloc(4);
    declared.writeUInt32LE(Buffer.byteLength(sheetXml(rows, ' '.repeat(5_000_000))));
    const at = bytes.lastIndexOf(declared);
    bytes.writeUInt32LE(100, at);
    expect(await codeOf(bytes)).toBe('tables.damaged');
  });

  test('a document type declaration in any part', async () => {
    const doctype = '<!DOCTYPE x [<!ENTITY e "boom">]>';
    const sheet = sheetXml(rows).replace('<worksheet', `${doctype}<worksheet`);
    expect(await codeOf(await makeRawWorkbook({ sheets: [sheet] }))).toBe('tables.doctype');
    const strings = `${doctype}<sst><si><t>&e;</t></si></sst>`;
    expect(await codeOf(await makeRawWorkbook({ sheets: [rows], parts: { 'xl/sharedStrings.xml': strings } }))).toBe(
      'tables.doctype',
    );
  });

  test('a cell in the farthest corner', async () => {
    const far = `${rows}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`;
    expect(await codeOf(await makeRawWorkbook({ sheets: [far] }))).toBe('tables.too-many-cells');
  });

  test('many sheets that each span a wide rectangle with two cells', async () => {
    const wide = '<row r="1"><c r="A1"><v>1</v></c></row><row r="19000"><c r="KM19000"><v>1</v></c></row>';
    expect(await codeOf(await makeRawWorkbook({ sheets: Array.from({ length: 5 }, () => wide) }))).toBe(
      'tables.too-many-cells',
    );
  });

  test('more rows or columns than the limits', async () => {
    const limits = { ...defaultTableLimits, rows: 3, columns: 2 };
    expect(await codeOf('a\n1\n2\n3\n', limits)).toBe('tables.too-many-cells');
    expect(await codeOf('a,b,c\n1,2,3\n', limits)).toBe('tables.too-many-cells');
    expect(await codeOf(await makeRawWorkbook({ sheets: [rowsXml([['a', 'b', 'c']])] }), limits)).toBe(
      'tables.too-many-cells',
    );
  });

  test('more texts, empty cells or other elements than a list has use for', async () => {
    const limits = { ...defaultTableLimits, cells: 1000 };
    const strings = Array.from({ length: 600 }, () => 'a');
    expect(await codeOf(await makeRawWorkbook({ sheets: [rows], sharedStrings: strings }), limits)).toBe(
      'tables.too-many-cells',
    );
    const empty = `<row>${'<c s="0"/>'.repeat(250)}<c><v>1</v></c></row>`.repeat(9);
    expect(await codeOf(await makeRawWorkbook({ sheets: [empty] }), limits)).toBe('tables.too-many-cells');
    const links = `<hyperlinks>${'<hyperlink ref="A1"/>'.repeat(2001)}</hyperlinks>`;
    expect(await codeOf(await makeRawWorkbook({ sheets: [sheetXml(rows, links)] }), limits)).toBe(
      'tables.too-many-cells',
    );
  });

  test('merged ranges laid over each other', async () => {
    const merges = Array.from({ length: 400 }, () => '<mergeCell ref="A1:A20000"/>').join('');
    const sheet = sheetXml(
      `${rows}<row r="20000"><c r="A20000"><v>1</v></c></row>`,
      `<mergeCells>${merges}</mergeCells>`,
    );
    expect(await codeOf(await makeRawWorkbook({ sheets: [sheet] }))).toBe('tables.damaged');
  });

  test('a file beyond the limit', async () => {
    expect(await codeOf('编号,名称\n', { ...defaultTableLimits, fileBytes: 5 })).toBe('tables.too-large');
  });
});

describe('a damaged workbook is refused rather than read in part', () => {
  test('a sheet whose XML breaks off', async () => {
    const sheet = sheetXml(rows);
    expect(await codeOf(await makeRawWorkbook({ sheets: [sheet.slice(0, -30)] }))).toBe('tables.damaged');
  });

  test('a sheet whose tags do not pair', async () => {
    expect(await codeOf(await makeRawWorkbook({ sheets: [sheetXml(`${rows}<row><c></row></c>`)] }))).toBe(
      'tables.damaged',
    );
  });

  test('a flipped byte in the stored content', async () => {
    const bytes = await makeRawWorkbook({ sheets: [rows], parts: { 'xl/worksheets/sheet1.xml': sheetXml(rows) } });
    const name = Buffer.from('xl/worksheets/sheet1.xml');
    const at = bytes.indexOf(name) + name.length + 20;
    bytes[at] = (bytes[at] ?? 0) ^ 0x10;
    expect(await codeOf(bytes)).toBe('tables.damaged');
  });

  test('a container cut short, and one with nothing of a workbook', async () => {
    const bytes = await makeRawWorkbook({ sheets: [rows] });
    expect(await codeOf(bytes.subarray(0, bytes.length - 40))).toBe('tables.damaged');
    expect(await codeOf(await zipParts({ 'a.txt': 'a' }))).toBe('tables.damaged');
  });

  test('texts that the file refers to and does not hold', async () => {
    const sheet = rowsXml([['<c t="s"><v>0</v></c>', '<c t="s"><v>7</v></c>']]);
    expect(await codeOf(await makeRawWorkbook({ sheets: [sheet], sharedStrings: ['编号'] }))).toBe(
      'tables.nothing-read',
    );
    expect(await codeOf(await makeRawWorkbook({ sheets: [sheet] }))).toBe('tables.nothing-read');
  });

  test('a sheet that the workbook names and the container lacks', async () => {
    const bytes = await makeRawWorkbook({ sheets: [rows] });
    const name = Buffer.from('sheet1.xml');
    for (let at = bytes.indexOf(name); at !== -1; at = bytes.indexOf(name, at + 1))
      bytes.write('sheet9.xml', at, 'latin1');
    expect(await codeOf(bytes)).toBe('tables.damaged');
  });

  test('a reference that is none', async () => {
    expect(await codeOf(await makeRawWorkbook({ sheets: ['<row r="1"><c r="1A"><v>1</v></c></row>'] }))).toBe(
      'tables.nothing-read',
    );
  });
});

describe('a cell of thirty thousand combining marks', () => {
  // Normalising them costs time that grows with the square of their number, and the import normalises often.
  const flood = `甲${'\u0301\u0327'.repeat(15_000)}`;
  const cut = { kind: 'text', text: `甲${'\u0301\u0327'.repeat(15)}` };

  test.each([
    ['名单.xlsx', () => writeXlsx({ sheets: [{ name: 'A', rows: [['编号', flood]] }] })],
    ['名单.csv', () => Buffer.from(`编号,${flood}\n`)],
  ])('is cut to thirty when %s is read', async (name, make) => {
    const path = join(folder, name);
    await writeFile(path, await make());
    expect(await readTable(path, defaultTableLimits)).toMatchObject({
      ok: true,
      value: { sheets: [{ rows: [{ cells: [{ text: '编号' }, cut] }] }] },
    });
  });
});
