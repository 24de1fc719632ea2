import { describe, expect, test } from 'vitest';
import { formContext } from '#electron/reports/form.ts';
import { rankingForm } from '#electron/reports/ranking-form.ts';
import { csvRows, exported, few, html, list, only, rowOf, selection, shown } from './read-form.ts';
import { editSheet, sampleForm, setTotals, type SampleChange } from './sample-form.ts';

describe('排序名单', () => {
  const totals: SampleChange = {
    candidates: 6,
    experts: 3,
    quota: 2,
    policy: { selection },
    edit: (input) => {
      const given = [70, 90, 80, 95, 75, 60];
      const scored = given.reduce((next, total, index) => setTotals(next, index, [total, total, total]), input);
      const spread = setTotals(scored, 4, [60, 75, 90]);
      const flagged = editSheet(spread, 4, 0, { fraud: true });
      return {
        ...flagged,
        candidates: flagged.candidates.map((one, index) => (index === 5 ? { ...one, staffVeto: veto } : one)),
      };
    },
  };
  const veto = { gateId: null, reason: '经营异常' };

  test('draws the cut line and the end of the reserve list between rows', () => {
    const rows = list(totals)
      .rows.slice(3, -2)
      .map(({ cells }) => shown(cells));
    expect(rows.map((row) => (row.length === 1 ? row[0] : [row[0], row[1], row[8]].join(' ')))).toEqual([
      '1 L04 拟入选',
      '2 L02 拟入选',
      '入选线　名额 2 个',
      '3 L03 候补第 1 位',
      '4 L05 候补第 2 位',
      '候补线　候补 2 名',
      '5 L01 未入选',
      '— L06 一票否决',
    ]);
  });

  test('says the spread, whether a re-review is advised, and what else must be known', () => {
    const sheet = list(totals);
    const row = rowOf(sheet, 'L05');
    expect(row[6]).toEqual({ value: 30, format: '0.00"※"' });
    expect(shown(row).at(-1)).toBe('弄虚作假标记 1 份，须核实');
    expect(shown(rowOf(sheet, 'L06')).at(-1)).toBe('形式审查否决：经营异常');
    expect(rowOf(sheet, 'L04')[6]).toEqual({ value: 0, format: '0.00' });
  });

  test('says on which ground equals were parted, and marks those the panel must decide', () => {
    const equal: SampleChange = {
      ...totals,
      edit: (input) => {
        const copy = input.sheets
          .filter(({ candidateId }) => candidateId === 'c0000')
          .flatMap((sheet) =>
            [1, 2, 3, 4, 5].map((index) => ({ ...sheet, id: `${sheet.id}-${index}`, candidateId: `c000${index}` })),
          );
        return { ...input, sheets: [...input.sheets.filter(({ candidateId }) => candidateId === 'c0000'), ...copy] };
      },
    };
    const sheet = list(equal);
    const rows = sheet.rows.slice(3, -2).map(({ cells }) => shown(cells));
    expect(rows[0]?.slice(7, 9)).toEqual(['并列（同分：L02、L03、L04、L05 等 5 项）', '待集体复议']);
    expect(rowOf(sheet, 'L01').every(({ fill }) => fill !== undefined)).toBe(true);
    expect(rows.at(-1)).toEqual(['入选线　名额 2 个，其中 2 个待集体复议']);
    const parted: SampleChange = {
      ...totals,
      experts: 5,
      edit: (input) => setTotals(setTotals(input, 0, [60, 80, 80, 80, 99]), 1, [70, 80, 80, 80, 99]),
    };
    expect(shown(rowOf(list(parted), 'L01'))[7]).toBe('全部评分表平均分（同分：L02）');
  });

  test('names the category or criterion that parted equals', () => {
    const source = sampleForm(totals);
    const [track] = source.ranking.tracks;
    const [rubric] = source.round.design.rubrics;
    if (track === undefined || rubric === undefined) throw new Error('no track');
    const [category] = rubric.categories;
    const [criterion] = category?.criteria ?? [];
    const rows = track.rows.map((row, index) => {
      const rule =
        index === 0 ? (`category:${category?.id ?? ''}` as const) : (`criterion:${criterion?.id ?? ''}` as const);
      return { ...row, tie: { rule, with: ['L09'] } };
    });
    const sheet = only(rankingForm(formContext({ ...source, ranking: { tracks: [{ ...track, rows }] } })).sheets);
    expect(shown(rowOf(sheet, 'L04'))[7]).toBe(`“${category?.name ?? ''}”平均分（同分：L09）`);
    expect(shown(rowOf(sheet, 'L02'))[7]).toBe(`“${criterion?.name ?? ''}”平均分（同分：L09）`);
  });

  test('says which seats stay vacant and which came from other tracks', () => {
    const source = sampleForm({ ...totals, quota: 9 });
    const vacant = only(rankingForm(formContext(source)).sheets);
    expect(vacant.rows.map(({ cells }) => shown(cells)[0])).toContain('入选线　名额 9 个，空缺 4 个');
    const passed = {
      tracks: source.ranking.tracks.map((track) => ({ ...track, received: 3, unfilled: 0, cutAfter: 0 })),
    };
    const [, , , line] = only(rankingForm(formContext({ ...source, ranking: passed })).sheets).rows;
    expect(shown(line?.cells ?? [])).toEqual(['入选线　名额 9 个（含调剂 3 个）']);
  });

  test('says which gates vetoed, which core items failed, and which part of the panel scored', () => {
    const gate = 'graduation-fraud';
    const source = sampleForm({ kind: 'base', candidates: 1, experts: 3, mode: 'official' });
    const track = only(source.ranking.tracks);
    const row = only(track.rows);
    const rubric = only(source.round.design.rubrics);
    const core = rubric.categories.flatMap(({ criteria }) => criteria).find((item) => item.core);
    const changed = {
      ...row,
      veto: { by: 'experts' as const, gateIds: [rubric.gates[0]?.id ?? '', gate] },
      failedCoreItems: [core?.id ?? ''],
      cappedFrom: '优秀',
      part: 2,
    };
    const ranking = { tracks: [{ ...track, parts: 2, rows: [changed] }] };
    const sheet = only(rankingForm(formContext({ ...source, ranking })).sheets);
    expect(shown(rowOf(sheet, 'L01')).at(-1)).toBe(
      `专家否决：${rubric.gates[0]?.name ?? ''}、${gate}；核心项未达标：${core?.name ?? ''}，等次由“优秀”下调；第 2 评审组，组间名次不可比`,
    );
    expect(shown(sheet.rows[1]?.cells ?? [])[0]).not.toContain('演示数据');
  });

  test('shows the unadjusted score beside an adjusted one', () => {
    const sheet = list({ ...few, policy: { selection, normalisation: 'expert-effect', decimals: 0 } });
    expect(shown(sheet.rows[2]?.cells ?? [])[5]).toBe('未调整得分');
    expect(rowOf(sheet, 'L01')[5]?.format).toBe('0');
    const unscored = list({
      ...few,
      policy: { selection, normalisation: 'z-score' },
      edit: (input) => ({ ...input, sheets: [] }),
    });
    expect(shown(rowOf(unscored, 'L01')).slice(4, 8)).toEqual(['—', '—', 0, '—']);
  });

  test('is a csv with one line per candidate of every track', async () => {
    const [header, ...rows] = await csvRows(totals, 'ranking');
    expect(header).toEqual([
      '赛道',
      '名次',
      '编号',
      '名称',
      '申报单位',
      '得分',
      '有效份数',
      '去分份数',
      '分差',
      '建议复评',
      '同分依据',
      '同分对象',
      '结果',
      '备注',
    ]);
    expect(rows.find(([, , code]) => code === 'L05')?.slice(5)).toEqual([
      '75.00',
      '3',
      '0',
      '30',
      '是',
      '',
      '',
      '候补第 2 位',
      '弄虚作假标记 1 份，须核实',
    ]);
    const equal = await csvRows(
      {
        ...few,
        edit: (input) =>
          [0, 1, 2, 3].reduce((next, index) => setTotals(next, index, [index < 2 ? 60 : 70, 80, 80, 80, 99]), input),
      },
      'ranking',
    );
    expect(equal.find(([, , code]) => code === 'L03')?.slice(10, 12)).toEqual(
      expect.arrayContaining(['L01、L02、L04']),
    );
    const adjusted = await csvRows({ ...few, policy: { selection, normalisation: 'z-score' } }, 'ranking');
    expect(adjusted[0]).toContain('未调整得分');
    const unscored = await csvRows(
      { ...few, policy: { selection, normalisation: 'z-score' }, edit: (input) => ({ ...input, sheets: [] }) },
      'ranking',
    );
    expect(unscored[1]?.slice(5)).toEqual(['', '', '0', '0', '', '', '', '', '不出分', '有效评分表少于 3 份，不出分']);
    expect((await csvRows({ kind: 'college', candidates: 1 }, 'ranking'))[0]).toContain('等次');
  });

  test('is in English for an English-speaking reader', async () => {
    const english: SampleChange = { ...totals, source: { language: 'en', office: '' } };
    const rows = list(english).rows.map(({ cells }) => shown(cells).join(' | '));
    expect(rows).toContain('Cut line: 2 seats');
    expect(rows[1]).toBe('[SAMPLE DATA]　Track: 示范楼宇　Maximum: 100 points　Exported: 2026-11-22 18:00 (UTC+8)');
    expect(rows.join('\n')).toMatch(/reserve 1 .*reserve 2 .*below the line .*vetoed .*Vetoed by the office/s);
    expect((await exported(english, 'summary', 'xlsx')).fileName).toMatch(/Summary of scores-20261122\.xlsx$/);
    expect(await html(english, 'summary')).toContain('<html lang="en">');
  });
});
