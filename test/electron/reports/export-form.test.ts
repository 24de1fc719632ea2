import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { exportForm } from '#electron/reports/export-form.ts';
import { csvRows, exported, html } from './read-form.ts';
import { sampleForm, type SampleChange } from './sample-form.ts';

describe('a form', () => {
  const hostile = [
    '=HYPERLINK("http://example.invalid","领奖")',
    "+1+cmd|'/c calc'!A0",
    '-2+3',
    '@SUM(1,1)',
    '＝1＋1',
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '</style><b>粗</b>&amp;',
  ];
  const change: SampleChange = { candidates: 8, experts: 8, names: hostile, expertNames: hostile };

  test('holds no formula but those of its check column, whatever names begin with', async () => {
    for (const form of ['summary', 'ranking'] as const) {
      const made = await exported(change, form, 'xlsx');
      if (made.kind !== 'file') throw new Error('not a file');
      const { sheets } = await readXlsx(made.bytes);
      const formulas = sheets.flatMap(({ cells }) =>
        [...(cells?.values() ?? [])].flatMap(({ formula }) => formula ?? []),
      );
      expect(formulas.every((formula) => formula.startsWith('IF(COUNT('))).toBe(true);
      expect(formulas).toHaveLength(form === 'summary' ? 8 : 0);
      const text = sheets.flatMap(({ rows }) => rows.flat());
      for (const name of hostile) expect(text).toContain(name);
    }
  });

  test('guards names in csv files, where text could become a formula', async () => {
    for (const form of ['summary', 'ranking'] as const) {
      const cells = (await csvRows(change, form)).flat();
      expect(cells.filter((cell) => /^[=+@＝＋＠]|^-(?!\d)/.test(cell))).toEqual([]);
      expect(cells).toContain(`'${hostile[0] ?? ''}`);
    }
  });

  test('holds no element that a name brought along, on paper', async () => {
    for (const form of ['summary', 'ranking'] as const) {
      const text = await html(change, form);
      expect(text).not.toMatch(/<script|<img|<b>/);
      expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
      expect(text.match(/<\/style>/g)).toHaveLength(1);
    }
  });

  test('is printed with repeated heads, one section per track, page numbers and the mark of a demo', async () => {
    const made = await exported({ kind: 'product', candidates: 10 }, 'summary', 'pdf');
    if (made.kind !== 'print') throw new Error('not a paper');
    expect(made.fileName).toBe('2026 年“满天星”示范楼宇评审（第二批）-评分汇总表-20261122.pdf');
    expect(made.html.match(/<section>/g)).toHaveLength(5);
    expect(made.html.match(/<thead>/g)).toHaveLength(5);
    expect(made.html).toMatch(/thead \{ display: table-header-group/);
    expect(made.html).toContain('@page { size: A4 landscape');
    expect(made.html).not.toContain('公式复核');
    expect(made.margins).toEqual({
      header: '【演示数据】',
      footer: '【演示数据】　排名摘要 0123456789abcdef　第 {{page}} 页，共 {{pages}} 页',
    });
    const official = await exported({ mode: 'official' }, 'ranking', 'pdf');
    if (official.kind !== 'print') throw new Error('not a paper');
    expect(official.margins).toEqual({
      header: '',
      footer: '排名摘要 0123456789abcdef　第 {{page}} 页，共 {{pages}} 页',
    });
    expect(official.html).not.toContain('演示数据');
  });

  test('is printed at a size at which marks fit their columns, and on A3 when many experts would make it too small', async () => {
    const sizeOf = (page: string): number => Number(/<table style="font-size:([\d.]+)pt"/.exec(page)?.[1]);
    const few = await html({ experts: 3 }, 'summary');
    expect(sizeOf(few)).toBe(9);
    expect(few).not.toContain('class="wide"');
    const ten = await html({ experts: 10 }, 'summary');
    expect(sizeOf(ten)).toBeLessThan(9);
    expect(sizeOf(ten)).toBeGreaterThan(7);
    const fifteen = await html({ experts: 15 }, 'summary');
    expect(fifteen).toContain('<section class="wide">');
    expect(fifteen).toContain('@page wide { size: A3 landscape');
    expect(sizeOf(fifteen)).toBe(9);
  });

  test('leaves out tracks without candidates, and is refused without any candidate', async () => {
    const made = await exported({ kind: 'product', candidates: 2 }, 'ranking', 'pdf');
    expect(made.kind === 'print' && made.html.match(/<section>/g)).toHaveLength(2);
    const refused = await exportForm({ ...sampleForm({ candidates: 0 }), form: 'summary', format: 'csv' });
    expect(refused).toEqual({
      ok: false,
      error: { code: 'round.no-candidates', detail: { title: '2026 年“满天星”示范楼宇评审（第二批）' } },
    });
  });

  test('is the same, byte for byte, when made again', async () => {
    const [first, second] = [await exported(change, 'summary', 'xlsx'), await exported(change, 'summary', 'xlsx')];
    expect(first).toEqual(second);
  });
});
