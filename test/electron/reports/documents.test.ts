import { describe, expect, test } from 'vitest';
import { documentData } from '#electron/reports/documents.ts';
import { only } from './read-form.ts';
import { editSheet, setTotals, type SampleChange } from './sample-form.ts';
import { docx, paper, partsOf, personal, samplePaper, textOf, type PaperChange } from './sample-paper.ts';

const selection = { quota: null, reserve: 1, passOn: false, minimumScore: null };
const everything = { expertId: null, candidateId: null };
const ranked: SampleChange = {
  candidates: 4,
  experts: 3,
  quota: 2,
  mode: 'official',
  policy: { selection },
  edit: (input) =>
    [71, 92, 83, 64].reduce((next, total, index) => setTotals(next, index, [total, total, total]), input),
};

describe('拟入选名单公示', () => {
  test('says who is selected, how long it stands and where to object', async () => {
    const text = textOf(await docx('notice', samplePaper(ranked)));
    for (const part of [
      '渝经信公示〔2026〕12号',
      '重庆市经济和信息化委员会关于\n2026 年“满天星”示范楼宇评审（第二批）\n拟入选名单的公示',
      '根据《“满天星”示范楼宇管理办法》（渝经信软件〔2023〕2号），经申报推荐',
      '（共2个，见附件）',
      '2026年11月23日至2026年11月27日（5个工作日）。',
      '联系电话：023-63890000',
      '邮政编码：401121',
      '2026年11月20日',
      '示范楼宇（2个）',
      '磐石云谷大厦（示例）',
      '渝拟软件大厦（示例）',
      '渝北区',
    ])
      expect(text).toContain(part);
    // The order of the codes, not of the ranks.
    expect(text.indexOf('磐石云谷')).toBeLessThan(text.indexOf('渝拟软件'));
  });

  test('holds no score, no rank, no personal field and no expert, and nobody who is not selected', async () => {
    const bytes = await docx('notice', samplePaper(ranked));
    const all = [...partsOf(bytes).values()].join('\n');
    const hidden = ['92', '83.00', '名次', '得分', '专家甲', '专家乙', '专家单位', '星澜数创', '嘉陵智算', 'L02'];
    for (const word of [...hidden, ...Object.values(personal)]) expect(textOf(bytes)).not.toContain(word);
    for (const word of ['专家甲', '专家乙', ...Object.values(personal)]) expect(all).not.toContain(word);
    expect(all).not.toContain('演示');
  });

  test('leaves out what was not entered, and marks a demo', async () => {
    const change = {
      ...ranked,
      mode: 'demo' as const,
      facts: { documentNumber: '', basis: '', postcode: '', email: '' },
    };
    const text = textOf(await docx('notice', samplePaper(change)));
    for (const word of ['文号', '根据', '邮政编码', '电子邮箱', '{', '}']) expect(text).not.toContain(word);
    expect(text).toContain('【演示数据】');
  });

  test('is refused while facts are missing, equals wait for a decision, or nobody is selected', () => {
    const made = (change: PaperChange) => documentData('notice', samplePaper({ ...ranked, ...change }), everything);
    expect(made({ facts: { phone: '', dated: '' } })).toEqual({
      ok: false,
      error: { code: 'reports.facts-missing', detail: { facts: '成文日期、联系电话', factsEn: 'date, telephone' } },
    });
    const equal: SampleChange['edit'] = (input) => ({
      ...input,
      sheets: input.sheets.map((sheet) => ({ ...sheet, points: input.sheets[0]?.points ?? {} })),
    });
    expect(made({ edit: equal })).toMatchObject({ error: { code: 'reports.undecided', detail: { count: 4 } } });
    expect(made({ edit: (input) => ({ ...input, sheets: [] }) })).toMatchObject({
      error: { code: 'reports.none-selected' },
    });
    expect(made({ candidates: 0 })).toMatchObject({ error: { code: 'reports.none-selected' } });
  });

  test('names people as people, and has a column of districts only where there are any', async () => {
    const plain = samplePaper({ ...ranked, kind: 'talent' });
    const text = textOf(await docx('notice', plain));
    expect(text).toContain('序号\n姓名\n单位\n推荐区县\n1\n');
    expect(text).toContain('（共2名，见附件）');
    const nowhere = plain.candidates.map((candidate) => ({ ...candidate, fields: [] }));
    const without = textOf(await docx('notice', { ...plain, candidates: nowhere }));
    expect(without).toContain('序号\n姓名\n单位\n1\n');
    expect(without).not.toContain('推荐区县');
  });

  test('announces every track by itself, and the grades of an evaluation', async () => {
    const product = samplePaper({ kind: 'product', candidates: 15, experts: 3, quota: 1, policy: { selection } });
    const text = textOf(await docx('notice', product));
    for (const { name } of product.round.design.tracks) expect(text).toContain(`${name}（1个）`);
    const college = textOf(await docx('notice', samplePaper({ kind: 'college', candidates: 5, experts: 3 })));
    expect(college).toContain('拟定等次名单的公示');
    expect(college).toMatch(/(?:优秀|合格|限期整改|建议撤销)（\d所）/);
  });

  test('has the page, the grid, the faces and the page numbers of an official document', async () => {
    const parts = partsOf(await docx('notice', samplePaper(ranked)));
    const text = parts.get('word/document.xml') ?? '';
    const [, margins = ''] = /<w:pgMar ([^>]*)>/.exec(text) ?? [];
    const millimetres = (name: string): number =>
      Math.round((Number(new RegExp(`w:${name}="(\\d+)"`).exec(margins)?.[1]) / 1440) * 25.4);
    expect(['top', 'left', 'bottom', 'right'].map(millimetres)).toEqual([37, 28, 35, 26]);
    // 297 − 37 − 35 = 225 mm, 210 − 28 − 26 = 156 mm.
    expect(text.includes('<w:pgSz w:w="11906" w:h="16838"')).toBe(true);
    expect(text.includes('w:linePitch="579"')).toBe(true);
    expect(Math.floor(12756 / 579)).toBe(22);
    expect(text.includes('w:spacing w:val="-5"')).toBe(true);
    expect(Math.floor(((156 / 25.4) * 72) / (16 - 0.25))).toBe(28);
    expect(/w:eastAsia="方正小标宋简体"[^/]*\/><w:sz w:val="44"\/>/.test(text)).toBe(true);
    const styles = parts.get('word/styles.xml') ?? '';
    expect(styles).toMatch(/w:eastAsia="仿宋_GB2312"/);
    expect(styles).toContain('<w:sz w:val="32"/>');
    expect(parts.get('word/fontTable.xml')).toMatch(/仿宋_GB2312"><w:altName w:val="仿宋,FangSong/);
    expect(parts.get('word/settings.xml')).toContain('w:evenAndOddHeaders');
    const footers = [...parts].filter(([name]) => /footer\d+\.xml$/.test(name)).map(([, footer]) => footer);
    expect(footers).toHaveLength(2);
    const sides = footers.map((footer) => /<w:jc w:val="(\w+)"/.exec(footer)?.[1] ?? '');
    expect(new Set(sides)).toEqual(new Set(['left', 'right']));
    for (const footer of footers) expect(footer).toMatch(/—.*PAGE.*—/s);
  });
});

describe('评审意见', () => {
  test('breaks a title that is too long for a line before the name of the form, on paper too', async () => {
    const source = samplePaper({ candidates: 2, experts: 2 });
    expect(textOf(await docx('opinion', source))).toContain('示范楼宇评审（第二批）\n专家组评审意见\n');
    expect(textOf(await docx('sheet', source))).toContain('示范楼宇评审（第二批）专家评分表\n');
    expect(paper('recusals', source)).toContain('示范楼宇评审（第二批）<br>专家回避登记表</h1>');
  });

  test('keeps what says whose opinions they are on one page with the first of them', async () => {
    const text =
      partsOf(await docx('opinion', samplePaper({ candidates: 2, experts: 2 }))).get('word/document.xml') ?? '';
    const rows = text.split('<w:tr>').filter((row) => /评审对象<|>申报单位<|>得分</.test(row));
    expect(rows).toHaveLength(6);
    for (const row of rows) expect(row).toContain('<w:keepNext/>');
  });
});

describe('个人评分表', () => {
  const recused: SampleChange = {
    candidates: 3,
    experts: 2,
    edit: (input) =>
      editSheet(editSheet(input, 1, 0, { state: 'recused', points: {} }), 0, 0, { fraud: true, gates: {} }),
  };

  test('shows every item with its guidance, points and anchor, the total and the fingerprints', async () => {
    const source = samplePaper(recused);
    const choice = { expertId: 'e000', candidateId: 'c0000' };
    const rubric = only(source.round.design.rubrics);
    for (const text of [textOf(await docx('sheet', source, choice)), paper('sheet', source, choice)]) {
      for (const { name, criteria } of rubric.categories) {
        expect(text).toContain(name);
        for (const { name: item } of criteria) expect(text).toContain(item);
      }
      for (const part of [
        'L01',
        '星澜数创大厦（示例）',
        '专家甲',
        '合计',
        '☑是　□否',
        '材料齐全，情况属实。',
        '0'.repeat(64),
      ])
        expect(text).toContain(part);
      expect(text).toContain('专家签名');
      expect(text).not.toContain('L02');
      expect(text).not.toContain(personal.phone);
    }
    const { sheet } = source.sheets[0] ?? {};
    const total = Object.values(sheet?.points ?? {}).reduce((sum, points) => sum + points, 0) / 100;
    expect(textOf(await docx('sheet', source, choice))).toContain(`合计\n100\n${total}\n`);
  });

  test('says why a sheet has no points, and hides the expert behind his number', async () => {
    const source = samplePaper({ ...recused, paper: { naming: 'aliases' } });
    const text = textOf(await docx('sheet', source, { expertId: 'e000', candidateId: 'c0001' }));
    expect(text).toContain('本表未打分：回避。事由：与申报单位有合作');
    expect(text).not.toContain('合计');
    expect(text).toContain('专家1');
    for (const word of ['专家甲', '专家单位1']) expect(text).not.toContain(word);
  });

  test('comes one to a page for a whole set, by code as people count', async () => {
    const text = textOf(
      await docx('sheet', samplePaper({ candidates: 12, experts: 2 }), { ...everything, expertId: 'e001' }),
    );
    const codes = [...text.matchAll(/编号\n(L\d+)/g)].map(([, code]) => code);
    expect(codes).toEqual(Array.from({ length: 12 }, (_, index) => `L${String(index + 1).padStart(2, '0')}`));
    expect(
      documentData('sheet', samplePaper({ candidates: 1, experts: 1 }), { ...everything, expertId: 'e009' }),
    ).toEqual({
      ok: false,
      error: { code: 'reports.no-sheets' },
    });
  });
});

describe('回避登记表, 评审意见 and 承诺书', () => {
  const conflicts = [
    { expertId: 'e000', candidateId: 'c0000', source: 'same-unit', note: '' },
    { expertId: 'e001', candidateId: 'c0002', source: 'declared', note: '师生关系' },
  ] as const;

  test('register what was known and what experts declared, always by name', async () => {
    const change: PaperChange = {
      candidates: 3,
      experts: 2,
      edit: (input) => editSheet(input, 1, 0, { state: 'recused', points: {} }),
      paper: { conflicts, naming: 'aliases' },
    };
    for (const text of [textOf(await docx('recusals', samplePaper(change))), paper('recusals', samplePaper(change))]) {
      for (const part of ['登记 3 条', '系统比对', '评审办登记', '专家申报', '师生关系', '与申报单位有合作', '专家甲'])
        expect(text).toContain(part);
      expect(text).not.toContain('本批次没有需要登记');
    }
    const none = samplePaper({ candidates: 1, experts: 1 });
    expect(textOf(await docx('recusals', none))).toContain('本批次没有需要登记的回避情形');
  });

  test('give the outcome of each track, room to sign, and every comment but those of void sheets', async () => {
    const change: PaperChange = {
      ...ranked,
      edit: (input) => editSheet(ranked.edit?.(input) ?? input, 0, 2, { void: true }),
      comment: (index) => `第 ${index} 份评语`,
    };
    const text = textOf(await docx('opinion', samplePaper(change)));
    for (const part of [
      '专家组由 3 位专家组成，对 4 个评审对象独立审阅材料、打分，共收到评分表 12 份。汇总规则：',
      '示范楼宇：评审对象 4 个，出分 3 个；名额 2 个，拟入选 2 个、候补 1 个、不出分 1 个。',
      '2026年11月18日',
      '组长',
      '第 0 份评语',
      '第 1 名',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('第 2 份评语');
    const hidden = textOf(await docx('opinion', samplePaper({ ...change, paper: { naming: 'aliases' } })));
    expect(hidden).toContain('专家3');
    expect(hidden).not.toContain('专家甲');
    expect(
      documentData('opinion', samplePaper({ edit: (input) => ({ ...input, sheets: [] }) }), everything),
    ).toMatchObject({
      error: { code: 'reports.no-sheets' },
    });
  });

  test('give each expert a pledge of his own', async () => {
    const source = samplePaper({ candidates: 1, experts: 2 });
    for (const text of [textOf(await docx('pledge', source)), paper('pledge', source)]) {
      expect(text.match(/评审专家承诺书/g)?.length).toBeGreaterThanOrEqual(2);
      for (const part of ['一、严格按照评审标准', '五、对本人提交的评审意见负责', '专家甲', '专家单位2（示例）'])
        expect(text).toContain(part);
    }
    expect(documentData('pledge', samplePaper({ paper: { experts: [] } }), everything)).toMatchObject({
      error: { code: 'reports.no-experts' },
    });
    expect(documentData('recusals', samplePaper({ paper: { experts: [] } }), everything)).toMatchObject({
      error: { code: 'reports.no-experts' },
    });
  });

  test('are the same, byte for byte, when made again', async () => {
    const source = samplePaper({ candidates: 2, experts: 2 });
    expect(await docx('opinion', source)).toEqual(await docx('opinion', source));
  });
});
