import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { exportForm } from '#electron/reports/export-form.ts';
import { indexForm } from '#electron/reports/index-form.ts';
import { documentFormSchema } from '#shared/reports/forms.ts';
import { cleanText } from '#shared/base/text.ts';
import { payloads } from './payloads.ts';
import { sampleForm, type SampleChange } from './sample-form.ts';
import { docx, paper, partsOf, samplePaper, textOf, type PaperChange } from './sample-paper.ts';

const count = payloads.length;
// Names as the import keeps them: one line, at most 120 characters.
const names = payloads.map((payload) => cleanText(payload).replaceAll('\n', ' ').slice(0, 120) || '空');
const hostile: SampleChange = {
  candidates: count,
  experts: 3,
  quota: count,
  names,
  expertNames: names.slice(0, 3),
  policy: { selection: { quota: null, reserve: 0, passOn: false, minimumScore: null } },
  mode: 'official',
};
const paperChange: PaperChange = {
  ...hostile,
  // Sheets come by candidate, three to each: every expert has written every payload.
  comment: (index) => payloads[Math.floor(index / 3)] ?? '',
  paper: {
    conflicts: payloads.map((note, index) => ({
      expertId: 'e000',
      candidateId: `c${String(index).padStart(4, '0')}`,
      source: 'declared' as const,
      note,
    })),
  },
};

const oneExpert = { expertId: 'e000', candidateId: null };

/** Elements whose text or name tells of something that runs, loads or calculates. */
const active =
  /<(?:script|iframe|object|embed|link|meta http|img|svg|a )|<w:instrText[^>]*>(?! ?(?:PAGE|NUMPAGES))|<w:fldSimple|<w:hyperlink| r:embed="/i;

test('there are at least 200 payloads, all different', () => {
  expect(count).toBeGreaterThanOrEqual(200);
  expect(new Set(payloads).size).toBe(count);
});

describe('whatever stands in names, comments and reasons', () => {
  test('no cell of a workbook is a formula but those of the check column', async () => {
    for (const form of ['summary', 'ranking'] as const) {
      const made = await exportForm({ ...sampleForm(hostile), form, format: 'xlsx' });
      if (!made.ok || made.value.kind !== 'file') throw new Error('not a file');
      const { sheets } = await readXlsx(made.value.bytes);
      const formulas = sheets.flatMap(({ cells }) =>
        [...(cells?.values() ?? [])].flatMap(({ formula }) => formula ?? []),
      );
      expect(formulas.filter((formula) => !formula.startsWith('IF(COUNT('))).toEqual([]);
      expect(formulas).toHaveLength(form === 'summary' ? count : 0);
    }
    const index = await indexForm(
      samplePaper(paperChange),
      [],
      [{ form: 'notice', format: 'docx', code: 'reports.undecided', detail: { count: names[0] ?? '' } }],
    );
    const { sheets } = await readXlsx(index);
    expect(sheets.flatMap(({ cells }) => [...(cells?.values() ?? [])].flatMap(({ formula }) => formula ?? []))).toEqual(
      [],
    );
  });

  test('no field of a csv file begins as a formula does', async () => {
    for (const form of ['summary', 'ranking'] as const) {
      const made = await exportForm({ ...sampleForm(hostile), form, format: 'csv' });
      if (!made.ok || made.value.kind !== 'file') throw new Error('not a file');
      const cells = parse(Buffer.from(made.value.bytes), { bom: true }).flat();
      expect(cells.filter((cell) => /^\s*[=+@＝＋＠]|^\s*[-－](?!\d+(?:\.\d+)?$)/.test(cell))).toEqual([]);
    }
  });

  test('documents stay well-formed, keep every text as text, and hold nothing that runs', async () => {
    const source = samplePaper(paperChange);
    for (const form of documentFormSchema.options) {
      const bytes = await docx(form, source, oneExpert);
      for (const [name, part] of partsOf(bytes)) {
        if (!/\.(?:xml|rels)$/.test(name)) continue;
        expect(isWellFormed(part), `${form} ${name}`).toBe(true);
        expect(active.exec(part)?.[0] ?? null, `${form} ${name}`).toBeNull();
        expect(part).not.toMatch(/TargetMode="External"|<!DOCTYPE|<!ENTITY/);
      }
    }
    const text = textOf(await docx('opinion', source));
    for (const payload of ['<script>alert(1)</script>', '{批次名称}', "=cmd|'/c calc'!A1", '&lt;script&gt;'])
      expect(text).toContain(payload);
  });

  test('papers hold no element that a text brought along', () => {
    const source = samplePaper(paperChange);
    for (const form of ['sheet', 'recusals', 'pledge'] as const) {
      const html = paper(form, source, oneExpert);
      expect(active.exec(html)?.[0] ?? null, form).toBeNull();
      expect(html.match(/<\/style>/g)).toHaveLength(1);
      expect(html.match(/<table/g)?.length).toBe(
        paper(form, samplePaper({ ...paperChange, names: [], comment: () => '' }), oneExpert).match(/<table/g)?.length,
      );
    }
  });
});

test('no paper holds a character that turns the order of what stands beside it', async () => {
  const turning = '\u202e倒\u2066写\u200f\u061c=1+1';
  const change: PaperChange = { candidates: 3, experts: 3, names: [turning, turning], comment: () => turning };
  const source = samplePaper(change);
  const made = await Promise.all(
    (['xlsx', 'csv', 'pdf'] as const).map((format) =>
      exportForm({ ...sampleForm(change), form: 'ranking', format }).then((form) => (form.ok ? form.value : null)),
    ),
  );
  const texts = [
    ...made.map((form) => (form?.kind === 'file' ? Buffer.from(form.bytes).toString('utf8') : (form?.html ?? ''))),
    ...partsOf(made[0]?.kind === 'file' ? made[0].bytes : new Uint8Array()).values(),
    textOf(await docx('sheet', source, oneExpert)),
    paper('sheet', source, oneExpert),
  ];
  for (const text of texts) expect(text).not.toMatch(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
  for (const text of texts.slice(-2)) expect(text).toContain('倒写=1+1');
});

/** Whether every element closes in order and no stray < or & is left: enough for parts that we wrote. */
function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  const rest = xml
    .replaceAll(/<\?[^>]*\?>/g, '')
    .replaceAll(/<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>/g, (_, close, name, __, empty) => {
      if (empty === '/') return '';
      if (close === '') open.push(String(name));
      else if (open.pop() !== name) open.push('wrong');
      return '';
    });
  return (
    open.length === 0 &&
    !/<|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/i.test(rest) &&
    !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(rest)
  );
}
