import { describe, expect, test } from 'vitest';
import { formContext } from '#electron/reports/form.ts';
import { summaryForm } from '#electron/reports/summary-form.ts';
import { csvRows, few, rowOf, selection, shown, summary } from './read-form.ts';
import { makeExplainer } from '#shared/ranking/explain-candidate.ts';
import { editSheet, sampleForm, sampleRound, setTotals, type SampleChange } from './sample-form.ts';

describe('评分汇总表', () => {
  const change: SampleChange = {
    ...few,
    edit: (input) => {
      const first = setTotals(input, 0, [80, 0, 82, 84, 86.5]);
      const recused = editSheet(setTotals(first, 2, [85, 75, 90, 70, 80]), 0, 1, { state: 'recused', points: {} });
      const abstained = editSheet(recused, 1, 2, { state: 'abstained', points: {} });
      const voided = editSheet(abstained, 1, 3, { void: true });
      const sheets = voided.sheets.filter(({ candidateId, expertId }) => candidateId !== 'c0003' || expertId < 'e002');
      return { ...voided, sheets };
    },
  };

  test('has a title, a line below it, and a header over the experts', () => {
    const { rows, repeatRows, orientation } = summary(change);
    expect(shown(rows[0]?.cells ?? [])).toEqual(['2026 年“满天星”示范楼宇评审（第二批）评分汇总表（内部资料）']);
    expect(shown(rows[1]?.cells ?? [])).toEqual([
      '【演示数据】　赛道：示范楼宇　满分：100 分　单位：市经济信息委评审办　导出时间：2026-11-22 18:00',
    ]);
    expect(rows[2]?.cells.map(({ value, across, down }) => [value, across ?? 1, down ?? 1])).toEqual([
      ...['序号', '编号', '名称', '申报单位'].map((title) => [title, 1, 2]),
      ['专家评分（分）', 5, 1],
      ...['有效份数', '得分', '公式复核', '名次', '备注'].map((title) => [title, 1, 2]),
    ]);
    expect(shown(rows[3]?.cells ?? [])[1]).toBe('专家2\n专家乙');
    expect({ repeatRows, orientation }).toEqual({ repeatRows: { first: 3, last: 4 }, orientation: 'landscape' });
  });

  test('shows marks as numbers, names recusals, and says what was dropped', () => {
    const sheet = summary(change);
    const [, , , , ...first] = rowOf(sheet, 'L01');
    expect(shown(first.slice(0, 5))).toEqual([80, '回避', 82, 84, 86.5]);
    expect(shown(rowOf(sheet, 'L03')).slice(4, 12)).toEqual([85, 75, 90, 70, 80, 5, 80, 80]);
    const dropped = rowOf(sheet, 'L03').filter(({ format }) => format?.includes('"') === true);
    expect(new Set(dropped.map(({ format }) => format))).toEqual(new Set(['0.00"▲"', '0.00"▽"']));
    expect(shown(rowOf(sheet, 'L02')).slice(4, 9)).toContain('弃权');
    expect(shown(rowOf(sheet, 'L02')).slice(4, 9)).toContain('作废');
    const last = shown(rowOf(sheet, 'L04'));
    expect(last.slice(6)).toEqual(['—', '—', '—', 2, '不出分', '不出分', '—', '有效评分表少于 3 份，不出分']);
  });

  test('gives the score as a value and beside it a formula over the marks of its row', () => {
    const row = rowOf(summary(change), 'L03');
    const [score, check] = row.slice(10, 12);
    expect(check?.value).toEqual({
      formula:
        'IF(COUNT(E7:I7)<3,"不出分",IF(COUNT(E7:I7)>=5,' +
        'ROUND(ROUND((SUM(E7:I7)-LARGE(E7:I7,1)-SMALL(E7:I7,1))*100,0)*100/((COUNT(E7:I7)-2)*100),0)/100,' +
        'ROUND(ROUND((SUM(E7:I7))*100,0)*100/(COUNT(E7:I7)*100),0)/100))',
      result: score?.value,
    });
    expect(score?.format).toBe('0.00');
  });

  test('ends with the rule, the legend and room for signatures', () => {
    const notes = summary(change)
      .rows.slice(-3)
      .map(({ cells }) => shown(cells)[0]);
    expect(notes[0]).toBe(
      '汇总规则：有效评分表满 5 份的，去掉 1 个最高分、1 个最低分后取平均分，不满 5 份的直接取平均分；有效评分表少于 3 份的不出分；' +
        '得分保留 2 位小数，名次按未四舍五入的得分确定；分差超过 20 分的建议复评。',
    );
    expect(notes[1]).toMatch(/^▲ 去掉的最高分/);
    expect(notes[2]).toMatch(/记录人.+复核人.+专家组组长.+日期/);
  });

  test('lists candidates as people count, L2 before L10, and every track on its own sheet', () => {
    const renamed: SampleChange = {
      candidates: 12,
      edit: (input) => ({
        ...input,
        candidates: input.candidates.map((one, index) => ({ ...one, code: `L${index + 1}` })),
      }),
    };
    const codes = summary(renamed)
      .rows.slice(4, 16)
      .map(({ cells }) => shown(cells)[1]);
    expect(codes).toEqual(Array.from({ length: 12 }, (_, index) => `L${index + 1}`));
    const product = sampleForm({ kind: 'product', candidates: 10 });
    const { sheets } = summaryForm(formContext(product), true);
    expect(sheets.map(({ name }) => name)).toEqual(product.round.design.tracks.map(({ name }) => name));
  });

  test('gives grades in an evaluation round', () => {
    const sheet = summary({ kind: 'college', candidates: 3 });
    expect(shown(sheet.rows[2]?.cells ?? [])).toContain('等次');
    expect(shown(rowOf(sheet, 'L01')).at(-2)).toMatch(/^(优秀|合格|限期整改|建议撤销)$/);
  });

  test('under normalisation gives points and unadjusted score first, then on a sheet of its own what the score follows from', () => {
    const policy = { selection, normalisation: 'z-score', trim: { high: 1, low: 1, from: 5 } } as const;
    const { sheets } = summaryForm(formContext(sampleForm({ ...few, policy })), true);
    const [given, adjusted] = sheets;
    if (given === undefined || adjusted === undefined) throw new Error('one sheet');
    expect(sheets.map(({ name }) => name)).toEqual(['示范楼宇', '示范楼宇 调整后']);
    expect(shown(given.rows[2]?.cells ?? []).slice(6)).toEqual([
      '未调整得分',
      '公式复核',
      '调整后得分',
      '名次',
      '备注',
    ]);
    const [raw, check, result] = rowOf(given, 'L01').slice(10, 13);
    expect(shown([raw ?? { value: null }, check ?? { value: null }])).toEqual([raw?.value, raw?.value]);
    expect(result?.value).not.toBe(raw?.value);
    expect(shown(adjusted.rows[2]?.cells ?? []).slice(4)).toEqual([
      '专家评分（调整后，分）',
      '有效份数',
      '调整后得分',
      '公式复核',
      '名次',
    ]);
    // Dropped is what is highest and lowest after adjusting: only there are marks.
    expect(rowOf(given, 'L01').filter(({ fill }) => fill !== undefined)).toEqual([]);
    const dropped = rowOf(adjusted, 'L01').filter(({ fill }) => fill !== undefined);
    expect(dropped.map(({ format }) => format)).toEqual(expect.arrayContaining(['0.000000"▲"', '0.000000"▽"']));
    const values = rowOf(adjusted, 'L01')
      .slice(4, 9)
      .map(({ value }) => Number(value));
    const kept = values.toSorted((a, b) => a - b).slice(1, -1);
    const mean = Math.round((kept.reduce((sum, one) => sum + one, 0) / 3) * 100) / 100;
    expect(shown(rowOf(adjusted, 'L01')).slice(10, 12)).toEqual([mean, mean]);
  });

  test('makes room for long names of experts', () => {
    const heightOf = (name: string): number => summary({ ...few, expertNames: [name] }).rows[3]?.height ?? 0;
    expect(heightOf('欧阳司马诸葛上官')).toBeGreaterThan(heightOf('专家甲'));
  });

  test('names experts by number only when asked, and keeps a column in a track without sheets', () => {
    const hidden = summary({ ...few, source: { naming: 'aliases' } });
    expect(shown(hidden.rows[3]?.cells ?? [])).toEqual(['专家1', '专家2', '专家3', '专家4', '专家5']);
    const empty = summary({ ...few, edit: (input) => ({ ...input, sheets: [] }) });
    expect(shown(empty.rows[3]?.cells ?? [])).toEqual(['—']);
    expect(shown(rowOf(empty, 'L01'))[4]).toBe('—');
  });

  test('is a csv of one line per candidate, with dropped marks named', async () => {
    const [header, ...rows] = await csvRows(change, 'summary');
    expect(header).toEqual([
      '赛道',
      '编号',
      '名称',
      '申报单位',
      '专家甲',
      '专家乙',
      '专家丙',
      '专家丁',
      '专家戊',
      '去掉的最高分',
      '去掉的最低分',
      '有效份数',
      '得分',
      '名次',
      '备注',
    ]);
    const row = rows.find(([, code]) => code === 'L03');
    expect(row?.slice(9, 12)).toEqual(['专家丙', '专家丁', '5']);
    expect(rows.find(([, code]) => code === 'L01')?.slice(4, 9)).toEqual(['80', '回避', '82', '84', '86.5']);
    expect(rows.find(([, code]) => code === 'L02')).toEqual(expect.arrayContaining(['弃权', '作废']));
    expect(rows.find(([, code]) => code === 'L04')?.slice(6)).toEqual([
      '',
      '',
      '',
      '',
      '',
      '2',
      '',
      '',
      '有效评分表少于 3 份，不出分',
    ]);
    const [adjusted] = await csvRows({ ...few, policy: { selection, normalisation: 'z-score' } }, 'summary');
    expect(adjusted).toEqual(expect.arrayContaining(['未调整得分', '调整后得分']));
    const [graded, first] = await csvRows({ kind: 'college', candidates: 2, source: { naming: 'aliases' } }, 'summary');
    expect(graded).toEqual(expect.arrayContaining(['等次', '专家1']));
    expect(first).toEqual(expect.arrayContaining(['合格']));
  });
});

describe('排名说明', () => {
  test('tells for every row how it came about, after the sheets of all tracks, under the names that the form uses', () => {
    const { source, input } = sampleRound({
      ...few,
      edit: (before) => {
        const scored = setTotals(before, 0, [80, 70, 82, 84, 86.5]);
        return editSheet(scored, 0, 1, { state: 'recused', points: {} });
      },
    });
    const explain = makeExplainer(input, source.ranking);
    if (!explain.ok) throw new Error(explain.error.code);
    const shownIn = (naming: 'names' | 'aliases'): string => {
      const { sheets } = summaryForm(formContext({ ...source, naming, explain: explain.value }), true);
      expect(sheets.map(({ name }) => name)).toEqual(['示范楼宇', '示范楼宇 排名说明']);
      const row = sheets[1]?.rows.find(({ cells }) => cells[1]?.value === 'L01');
      return String(shown(row?.cells ?? []).at(-1));
    };
    const named = shownIn('names');
    // Down to each item, by category.
    expect(named).toMatch(
      /各项平均分（全部有效评分表）：\n定位与规划 [\d.]+\/12：主导产业 [\d.]+\/6、属地政策与规划 [\d.]+\/6\n/,
    );
    expect(named).toMatch(/特色示范 [\d.]+\/6$/);
    expect(named).toContain('专家乙');
    expect(named).toContain('回避');
    expect(shownIn('aliases')).toContain('专家2');
    expect(shownIn('aliases')).not.toContain('专家乙');
    expect(summaryForm(formContext(source), true).sheets).toHaveLength(1);
  });

  test('parts reasons that are higher than a row may be over rows under the same code', () => {
    const equal: SampleChange['edit'] = (before) => ({
      ...before,
      sheets: before.sheets.map((sheet) => ({ ...sheet, points: before.sheets[0]?.points ?? {} })),
    });
    const { source, input } = sampleRound({ ...few, candidates: 9, edit: equal });
    const explain = makeExplainer(input, source.ranking);
    if (!explain.ok) throw new Error(explain.error.code);
    const [, reasons] = summaryForm(formContext({ ...source, explain: explain.value }), true).sheets;
    const rows = reasons?.rows.filter(({ cells }) => cells[1]?.value === 'L01') ?? [];
    expect(rows.length).toBeGreaterThan(1);
    for (const { height } of rows) expect(height).toBeLessThan(409);
    const text = rows.map(({ cells }) => String(shown(cells).at(-1))).join('\n');
    expect(text).toMatch(/^第 1 名.*特色示范 [\d.]+\/6$/s);
  });

  test('says which rule was applied: weights, shares, rounding and trial candidates', () => {
    const policy = {
      weights: [{ category: 'cluster', percent: 125 }],
      trimUnit: 'percent' as const,
      trim: { high: 20, low: 10, from: 5 },
      rankBy: 'rounded' as const,
      trial: ['L04'],
    };
    const sheet = summary({ ...few, policy });
    const [rule] = sheet.rows.slice(-3).map(({ cells }) => shown(cells)[0]);
    expect(rule).toBe(
      '汇总规则：有效评分表满 5 份的，去掉最高的 20%、最低的 10%（不足一份的不去）后取平均分，不满 5 份的直接取平均分；' +
        '一级指标按权重计分（产业集聚 125%）；有效评分表少于 3 份的不出分；得分保留 2 位小数，名次按四舍五入后的得分确定；' +
        '分差超过 20 分的建议复评；试评对象 1 个，不参加排名。',
    );
    expect(shown(sheet.rows[1]?.cells ?? [])[0]).toContain('加权满分：110');
    expect(shown(sheet.rows[2]?.cells ?? [])).toContain('专家评分（加权，分）');
  });
});
