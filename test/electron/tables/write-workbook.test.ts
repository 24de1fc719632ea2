import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fc, test as property } from '#test/pipeline/seeded.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { readTable } from '#electron/tables/read-table.ts';
import { writeCsv } from '#electron/tables/write-csv.ts';
import { writeWorkbook } from '#electron/tables/write-workbook.ts';
import { cleanText, withoutDirections } from '#shared/base/text.ts';
import { showCell } from '#shared/tables/show-cell.ts';
import type { TableFile } from '#shared/tables/table.ts';
import type { WorkbookRow, WorkbookSheet, WorkbookSpec } from '#shared/tables/workbook.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mtx-write-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function readBack(bytes: Uint8Array): Promise<TableFile> {
  const path = join(folder, 'a.xlsx');
  await writeFile(path, bytes);
  const result = await readTable(path);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

async function readPart(bytes: Uint8Array, name: string): Promise<string> {
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== name) continue;
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
  }
  throw new Error(`no part ${name}`);
}

function workbook(rows: readonly WorkbookRow[], more: Partial<WorkbookSheet> = {}): WorkbookSpec {
  const sheet: WorkbookSheet = { name: '汇总', orientation: 'landscape', columnWidths: [8, 30, 10, 10], rows, ...more };
  return { title: '评分汇总表', createdAt: Date.UTC(2099, 0, 2), sheets: [sheet] };
}

const table = [
  { cells: [{ value: '评分汇总表（演示数据）', role: 'title', across: 4 }] },
  {
    cells: [
      { value: '编号', role: 'header', down: 2 },
      { value: '名称', role: 'header', down: 2 },
      { value: '专家', role: 'header', across: 2 },
    ],
  },
  {
    cells: [
      { value: '甲', role: 'header' },
      { value: '乙', role: 'header' },
    ],
  },
  {
    cells: [
      { value: '001' },
      { value: '星澜大厦（示例）' },
      { value: 87.5, format: '0.00' },
      { value: { formula: 'C4*1', result: 87.5 } },
    ],
  },
] as const satisfies readonly WorkbookRow[];

test('repeated rows name their sheet in quotes, whatever its name', async () => {
  const rows = [{ cells: [{ value: '头' }] }];
  for (const [name, quoted] of [
    ['甲 排名说明', "'甲 排名说明'!$1:$1"],
    ["2026's", "'2026''s'!$1:$1"],
    ['R&D-1', "'R&amp;D-1'!$1:$1"],
  ] as const) {
    const bytes = await writeWorkbook(workbook(rows, { name, repeatRows: { first: 1, last: 1 } }));
    expect(await readPart(bytes, 'xl/workbook.xml')).toContain(`localSheetId="0">${quoted}<`);
  }
});

describe('a workbook', () => {
  test('puts cells past what merges above and beside them cover', async () => {
    const { sheets } = await readBack(await writeWorkbook(workbook(table)));
    expect(sheets[0]?.rows.map(({ cells }) => cells.map(showCell))).toEqual([
      ['评分汇总表（演示数据）', '', '', ''],
      ['编号', '名称', '专家', ''],
      ['', '', '甲', '乙'],
      ['001', '星澜大厦（示例）', '87.50', '87.5'],
    ]);
    expect(sheets[0]?.merges).toEqual([
      { firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 3 },
      { firstRow: 2, lastRow: 3, firstColumn: 0, lastColumn: 0 },
      { firstRow: 2, lastRow: 3, firstColumn: 1, lastColumn: 1 },
      { firstRow: 2, lastRow: 2, firstColumn: 2, lastColumn: 3 },
    ]);
  });

  test('prints on A4, repeats its header, freezes panes and counts its pages', async () => {
    const bytes = await writeWorkbook(
      workbook(table, { freeze: { rows: 3, columns: 2 }, repeatRows: { first: 2, last: 3 }, footer: '指纹 A&B' }),
    );
    const sheet = await readPart(bytes, 'xl/worksheets/sheet1.xml');
    expect(sheet).toMatch(
      /<pageSetup[^>]*paperSize="9"[^>]*orientation="landscape"|<pageSetup[^>]*orientation="landscape"[^>]*paperSize="9"/,
    );
    expect(sheet).toContain('第 &amp;P 页，共 &amp;N 页');
    expect(sheet).toContain('&amp;L指纹 A&amp;&amp;B');
    expect(sheet).toMatch(/<pane [^>]*xSplit="2"[^>]*ySplit="3"[^>]*state="frozen"/);
    expect(await readPart(bytes, 'xl/workbook.xml')).toMatch(/Print_Titles"[^>]*>[^<]*汇总[^<]*!\$2:\$3</);
  });

  test('of equal content has equal bytes', async () => {
    expect(await writeWorkbook(workbook(table))).toEqual(await writeWorkbook(workbook(table)));
  });

  test('names its sheets as spreadsheets accept it', async () => {
    const names = ['a/b:c*?[d]', 'a b c   d', '', '一'.repeat(40), "'引号'"];
    const spec = workbook(table);
    const [sheet] = spec.sheets;
    if (sheet === undefined) throw new Error('no sheet');
    const { sheets } = await readBack(
      await writeWorkbook({ ...spec, sheets: names.map((name) => ({ ...sheet, name })) }),
    );
    expect(sheets.map(({ name }) => name)).toEqual(['a b c   d', 'a b c   d (2)', 'Sheet3', '一'.repeat(31), '引号']);
  });

  property.prop([fc.array(fc.string({ unit: 'binary', maxLength: 20 }), { minLength: 1, maxLength: 8 })], {
    numRuns: 40,
  })('shows any text as it is and never holds a formula', async (texts) => {
    const injections = ["=cmd|'/c calc'!A1", '+1+1', '-1+1', '@SUM(A1)', '\t=1', '_x0041_', ...texts];
    const bytes = await writeWorkbook(workbook(injections.map((value) => ({ cells: [{ value }, { value: 1 }] }))));
    expect(await readPart(bytes, 'xl/worksheets/sheet1.xml')).not.toContain('<f');
    const { sheets } = await readBack(bytes);
    const shown = sheets[0]?.rows.map(({ cells }) => (cells[0]?.kind === 'text' ? cells[0].text : ''));
    expect(shown).toEqual(injections.map(expectedText));
  });
});

/** What the writer promises: control characters, marks of direction, non-characters and halves of characters do not survive. */
function expectedText(text: string): string {
  const plain = withoutDirections(cleanText(text))
    .replaceAll(/[\ufffe\uffff]/g, '')
    .replaceAll(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
  return plain.trim() === '' ? '' : plain;
}

describe('a CSV file', () => {
  test('begins with a mark, ends lines with CR LF and quotes what needs it', () => {
    const bytes = writeCsv([
      ['编号', '名称', '得分'],
      ['1', '含,逗号和"引号"\n换行', -2.5],
      ['2', null, 90],
    ]);
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe(
      '\ufeff编号,名称,得分\r\n1,"含,逗号和""引号""\n换行",-2.5\r\n2,,90\r\n',
    );
  });

  test.each(['=1+1', '+1', '-1', '@A1', '\t=1', '\r=1', ' =1', '＝1+1'])(
    'guards %j against being a formula',
    (text) => {
      const line = new TextDecoder().decode(writeCsv([[text]]));
      expect(line).toMatch(/^"?'/);
    },
  );

  test('leaves ordinary text alone', () => {
    expect(new TextDecoder().decode(writeCsv([['A-1', '3=3', '电话 023-1']]))).toBe('A-1,3=3,电话 023-1\r\n');
  });
});
