import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readScores } from '#electron/scoring/read-scores.ts';
import type { ScoredTask } from '#electron/scoring/scores-table.ts';
import { loadTemplate } from '#electron/round/templates.ts';
import { writeWorkbook } from '#electron/tables/write-workbook.ts';
import { listCriteria } from '#shared/round/rubric.ts';
import { sheetSchema } from '#shared/scoring/sheet.ts';
import { value } from '../../pipeline/make-round.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mtx-scores-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const { design } = value(loadTemplate('product'));
const ids = [1, 2, 3].map((number) => `0197a3a0-0000-7000-8000-00000000000${number}`);
const [industrial = '', automotive = '', firstVersion = ''] = ids;
const candidate = (index: number, code: string, trackId: string) => ({
  id: ids[index] ?? '',
  code,
  name: `对象${code}`,
  unit: '单位',
  trackId,
  fields: [],
  dossiers: [],
});

/** What reading needs of a task: three candidates in three tracks. */
const task: ScoredTask = {
  tracks: design.tracks,
  rubrics: design.rubrics,
  candidates: [candidate(0, 'P1', 'industrial'), candidate(1, 'P2', 'automotive'), candidate(2, 'P3', 'first-version')],
};
const criteria = listCriteria(design.rubrics[0] ?? { categories: [] });
const head = ['编号', ...criteria.map(({ id }) => id), '评语', '否决', '回避', '弃权', '弄虚作假'];
const full = criteria.map(() => '5');
const blank = criteria.map(() => '');

let number = 0;
async function read(rows: readonly (readonly string[])[], encoding = 'utf8') {
  const path = join(folder, `${(number += 1)}.csv`);
  writeFileSync(path, iconv.encode(rows.map((row) => row.join(',')).join('\r\n'), encoding, { addBOM: false }));
  return readScores(path, task, '2026-11-23T08:00:00Z');
}
const row = (code: string, points: readonly string[], ...more: readonly string[]) => [
  code,
  ...points,
  ...more,
  ...Array.from({ length: 5 - more.length }, () => ''),
];

describe('a scores file', () => {
  it('is read by criterion codes, with comment, gates, recusal, abstention and fraud', async () => {
    const rows = [
      row('P1', full, '材料齐全', 'inspection', '否', '', '是'),
      row('P2', blank, '', '', '与申报单位有合作'),
      row('P3', blank, '', '', '', '不熟悉该领域'),
    ];
    const sheets = value(await read([head, ...rows]));
    expect(sheets.map(({ candidateId, state, reason }) => [candidateId, state, reason])).toEqual([
      [industrial, 'scored', null],
      [automotive, 'recused', '与申报单位有合作'],
      [firstVersion, 'abstained', '不熟悉该领域'],
    ]);
    expect(sheets[0]).toMatchObject({ comment: '材料齐全', gates: { inspection: 'fail' }, fraud: true });
    expect(sheets[0]?.points).toEqual(Object.fromEntries(criteria.map(({ id }) => [id, 500])));
    expect(sheets[1]).toMatchObject({ points: {}, gates: {}, fraud: false });
    for (const sheet of sheets) expect(sheetSchema.safeParse(sheet).success).toBe(true);
  });

  it('is read in GB18030, with full-width digits, half points and 是 for a reason', async () => {
    const rows = [row('Ｐ１', ['７.5', ...full.slice(1)], '很好', '检测报告相符'), row('P2', blank, '', '', '是')];
    const [first, second] = value(await read([head, ...rows], 'gb18030'));
    expect(first?.points[criteria[0]?.id ?? '']).toBe(750);
    expect(first?.gates).toEqual({ inspection: 'fail' });
    expect(second).toMatchObject({ state: 'recused', reason: '是' });
  });

  it('may name criteria, repeat names and units for the eye, and leave out what is not needed', async () => {
    const names = criteria.map(({ name }) => name);
    const sheets = value(
      await read([
        ['编号', '名称', '申报单位', ...names],
        ['P1', '对象', '单位', ...full],
      ]),
    );
    expect(sheets).toMatchObject([{ candidateId: industrial, state: 'scored', gates: { inspection: 'pass' } }]);
  });

  it('may be a workbook', async () => {
    const cells = (texts: readonly (string | number)[]) => ({ cells: texts.map((text) => ({ value: text })) });
    const sheet = { name: '评分', orientation: 'portrait', columnWidths: head.map(() => 8) } as const;
    const rows = [cells(head), cells(['P1', ...criteria.map(() => 4.5)])];
    const path = join(folder, 'scores.xlsx');
    writeFileSync(path, await writeWorkbook({ title: '', createdAt: 0, sheets: [{ ...sheet, rows }] }));
    const [first] = value(await readScores(path, task, '2026-11-23T08:00:00Z'));
    expect(first?.points[criteria[0]?.id ?? '']).toBe(450);
  });

  it('may leave an unfinished row, which submitting then names', async () => {
    const [first] = value(await read([head, row('P1', blank)]));
    expect(first).toMatchObject({ state: 'scored', points: {} });
  });

  it('keeps a comment of 3,000 characters, quotes, commas and line ends', async () => {
    const text = `${'评'.repeat(2990)}, "引"`;
    const quoted = `"${text.replaceAll('"', '""')}\n末行"`;
    expect(value(await read([head, row('P1', full, quoted)]))[0]?.comment).toBe(`${text}\n末行`);
  });
});

describe('a scores file is refused whole', () => {
  const refused = async (rows: readonly (readonly string[])[]) => {
    const result = await read(rows);
    return result.ok ? null : result.error;
  };
  const file = (row: number, problem: RegExp) => ({
    code: 'scoring.scores-file',
    detail: { row, problem: expect.stringMatching(problem) },
  });

  it.each([
    [
      'without the column 编号',
      [
        ['代码', 'x'],
        ['P1', '1'],
      ],
      file(1, /编号/),
    ],
    [
      'with an unknown column',
      [[...head, '总分'], row('P1', full)],
      { code: 'scoring.unknown-criterion', detail: { criterion: '总分' } },
    ],
    ['with a column twice', [[...head, '评语'], row('P1', full)], file(1, /列重复.*评语/)],
    ['with a comma too many', [head, [...row('P1', full, '好'), '很好']], file(2, /S 列没有列名.*很好/)],
    [
      'with a value under no name',
      [
        [...head, '', ''],
        [...row('P1', full), '', '备注'],
      ],
      file(2, /T 列/),
    ],
    [
      'with an unknown code',
      [head, row('P9', full)],
      { code: 'scoring.unknown-candidate', detail: { candidate: 'P9' } },
    ],
    ['with a code twice', [head, row('P1', full), row('P1', full)], file(3, /编号重复.*P1/)],
    ['with a word for points', [head, row('P1', ['优', ...full.slice(1)])], file(2, /“关键技术”：优/)],
    ['with a minus', [head, row('P1', ['-1', ...full.slice(1)])], file(2, /-1/)],
    [
      'with points over the maximum',
      [head, row('P1', ['99', ...full.slice(1)])],
      { code: 'scoring.out-of-range', detail: { criterion: '关键技术', max: 12, step: 0.5 } },
    ],
    [
      'with points off the step',
      [head, row('P1', ['5.3', ...full.slice(1)])],
      { code: 'scoring.off-step', detail: { criterion: '关键技术', max: 12, step: 0.5 } },
    ],
    [
      'with an unknown gate',
      [head, row('P1', full, '', 'nothing')],
      { code: 'scoring.unknown-gate', detail: { gate: 'nothing' } },
    ],
    [
      'with a gate of the staff',
      [head, row('P1', full, '', 'credit')],
      { code: 'scoring.unknown-gate', detail: { gate: 'credit' } },
    ],
    ['with points beside a recusal', [head, row('P1', full, '', '', '是')], { code: 'scoring.points-while-out' }],
    [
      'with a gate beside an abstention',
      [head, row('P1', blank, '', 'inspection', '', '是')],
      { code: 'scoring.points-while-out' },
    ],
    ['with recusal and abstention at once', [head, row('P1', blank, '', '', '是', '是')], file(2, /只能填一项/)],
    ['with an unclear word about fraud', [head, row('P1', full, '', '', '', '', '存疑')], file(2, /弄虚作假：存疑/)],
    ['with points on what another track is scored on', [head, row('P3', full)], file(2, /P3 不评“sales”/)],
    ['with a comment of 5,001 characters', [head, row('P1', full, '评'.repeat(5001))], file(2, /5001 字/)],
    ['with a reason of 5,001 characters', [head, row('P1', blank, '', '', '因'.repeat(5001))], file(2, /5001 字/)],
  ] as const)('%s', async (_name, rows, expected) => {
    expect(await refused(rows)).toEqual(expected);
  });

  it('with a criterion scored twice by code and by name, unless both agree', async () => {
    const first = criteria[0];
    const both = [...head, first?.name ?? ''];
    expect(await refused([both, [...row('P1', full), '6']])).toEqual(file(2, /5 ≠ 6/));
    expect(await refused([both, [...row('P1', full), '5']])).toBeNull();
  });

  it('when a spreadsheet made dates of points', async () => {
    const sheet = { name: '评分', orientation: 'portrait', columnWidths: [8, 8] } as const;
    const cells = [{ cells: [{ value: '编号' }, { value: '评语' }] }, { cells: [{ value: 'P1' }, { value: true }] }];
    const path = join(folder, 'dates.xlsx');
    writeFileSync(path, await writeWorkbook({ title: '', createdAt: 0, sheets: [{ ...sheet, rows: cells }] }));
    expect(await readScores(path, task, '2026-11-23T08:00:00Z')).toMatchObject({
      error: { code: 'scoring.scores-file', detail: { row: 2, problem: expect.stringMatching(/B 列/) } },
    });
  });

  it('when it is missing or empty', async () => {
    const at = '2026-11-23T08:00:00Z';
    expect(await readScores(join(folder, '没有.csv'), task, at)).toMatchObject({ error: { code: 'files.missing' } });
    expect(await refused([[]])).toMatchObject({ code: 'tables.empty-file' });
  });
});
