import { describe, expect, test } from 'vitest';
import { checkDesign } from '#electron/round/check-design.ts';
import { listTemplates, loadTemplate, parseTemplateFile } from '#electron/round/templates.ts';
import { defaultEvaluationPolicy, defaultSelectionPolicy } from '#shared/round/policy.ts';
import { candidateKinds, type Template } from '#shared/round/round.ts';
import { listCriteria, listExpertGates, rubricMaximum, type Criterion, type Rubric } from '#shared/round/rubric.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function template(kind: string): Template {
  const loaded = loadTemplate(kind);
  if (!loaded.ok) throw new Error(loaded.error.code);
  return loaded.value;
}

function rubric(kind: string, id: string): Rubric {
  const found = template(kind).design.rubrics.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no rubric ${id}`);
  return found;
}

/** Category name and points, then the points of its criteria, all as a person reads them. */
const outline = ({ categories }: Rubric): string[] =>
  categories.map(
    ({ name, criteria }) =>
      `${name} ${rubricMaximum({ categories: [{ id: 'all', name, criteria }] }) / 100} = ${criteria.map(({ max }) => max / 100).join('/')}`,
  );

describe.each(candidateKinds)('the built-in template of %s', (kind) => {
  const { title, notice, design } = template(kind);

  test('is of its kind and says that the notice of the year decides', () => {
    expect(design.kind).toBe(kind);
    expect(title.length).toBeGreaterThan(2);
    expect(notice).toContain('参考模板，以当年通知为准');
    expect(design.instructions).toContain('回避');
  });

  test('sums to 100 points in every rubric', () => {
    expect(design.rubrics.map(rubricMaximum)).toEqual(design.rubrics.map(() => 10_000));
  });

  test('is accepted as the design of a round, quotas included', () => {
    expect(checkDesign(design)).toEqual({ ok: true, value: design });
  });

  test('explains every criterion and covers its points with three anchors without a gap', () => {
    for (const criterion of design.rubrics.flatMap(listCriteria)) {
      expect(criterion.guidance.length, criterion.name).toBeGreaterThan(10);
      expect(criterion.step).toBe(50);
      expect(stretches(criterion), criterion.name).toEqual(coverOf(criterion));
    }
  });

  test('explains every gate', () => {
    for (const gate of design.rubrics.flatMap(({ gates }) => gates))
      expect(gate.guidance.length, gate.name).toBeGreaterThan(15);
  });
});

/** Ends of the anchors from the best to the worst. */
const stretches = ({ anchors }: Criterion): number[] => anchors.flatMap(({ from, to }) => [to, from]);

/** What the ends must be when three anchors meet each other one step apart. */
function coverOf({ anchors, max, step }: Criterion): (number | undefined)[] {
  const [best, middle] = anchors;
  return [max, best?.from, (best?.from ?? 0) - step, middle?.from, (middle?.from ?? 0) - step, 0];
}

describe('built-in rubrics', () => {
  test('follow the published structure of buildings', () => {
    expect(outline(rubric('building', 'building'))).toEqual([
      '定位与规划 12 = 6/6',
      '载体与配套 18 = 10/8',
      '产业集聚 40 = 12/10/10/8',
      '运营管理 16 = 8/8',
      '服务与带动 14 = 8/6',
    ]);
  });

  test.each(['industrial', 'automotive', 'ai', 'security'])('give track %s the ordinary points of products', (id) => {
    expect(outline(rubric('product', id))).toEqual([
      '创新与先进 30 = 12/10/8',
      '知识产权与研发 15 = 8/7',
      '质量与安全 15 = 8/7',
      '应用与效益 30 = 12/10/8',
      '战略契合 10 = 5/5',
    ]);
  });

  test('give first versions more points for novelty and fewer for sales', () => {
    expect(outline(rubric('product', 'first-version'))).toEqual([
      '创新与先进 40 = 16/14/10',
      '知识产权与研发 20 = 12/8',
      '质量与安全 20 = 12/8',
      '应用与效益 10 = 6/4',
      '战略契合 10 = 5/5',
    ]);
  });

  test('name a special demand of its own for each product track', () => {
    const names = template('product').design.rubrics.map((each) => listCriteria(each).at(-1)?.name);
    expect(names).toEqual([
      '赛道专项：赋能制造',
      '赛道专项：功能安全',
      '赛道专项：算法与数据合规',
      '赛道专项：检测认证',
      '赛道专项：首版次突破',
    ]);
  });

  test('judge conduct of talents by pass or fail, never by points', () => {
    expect(listExpertGates(rubric('talent', 'talent')).map(({ name }) => name)).toEqual(['政治与品德']);
  });

  test('name the core category wherever ties are decided by one', () => {
    const kinds = candidateKinds.filter((kind) => kind !== 'other');
    const rubrics = kinds.flatMap((kind) => template(kind).design.rubrics);
    expect(rubrics.filter(({ coreCategory }) => coreCategory === null)).toEqual([]);
  });

  test('mark core items in the two evaluations and nowhere else', () => {
    const coreItems = candidateKinds.map((kind) => [
      kind,
      template(kind)
        .design.rubrics.flatMap(listCriteria)
        .filter(({ core }) => core)
        .map(({ name }) => name),
    ]);
    expect(Object.fromEntries(coreItems)).toEqual({
      building: [],
      product: [],
      talent: [],
      college: ['组织与经费保障', '实习实训'],
      base: ['组织与制度', '场地与工位', '软硬件环境与安全'],
      other: [],
    });
  });

  test('let an anchor of a core item begin where the item stops failing', () => {
    const items = ['college', 'base'].flatMap((kind) => template(kind).design.rubrics.flatMap(listCriteria));
    for (const { name, max, anchors } of items.filter(({ core }) => core)) {
      expect(anchors[1]?.from ?? 0, name).toBeGreaterThanOrEqual(max * 0.6);
      expect(anchors[2]?.to ?? max, name).toBeLessThan(max * 0.6);
    }
  });
});

describe('built-in policies', () => {
  test('are the defaults, with quota and reserve list in selections', () => {
    const { selection, ...rest } = template('product').design.policy;
    expect({ ...rest, selection: null }).toEqual({ ...defaultSelectionPolicy, selection: null });
    expect(selection).toEqual({ quota: 100, reserve: 2, passOn: false, minimumScore: null });
    expect(template('product').design.tracks.map(({ name, quota }) => `${name} ${quota}`)).toEqual([
      '工业软件 20',
      '汽车软件 20',
      '人工智能 20',
      '信息安全 20',
      '首版次软件 20',
    ]);
  });

  test('are the default grade bands in evaluations', () => {
    expect(template('college').design.policy).toEqual(defaultEvaluationPolicy);
    expect(template('base').design.policy).toEqual(defaultEvaluationPolicy);
  });
});

describe('choosing a template', () => {
  test('lists all kinds, the blank one last', () => {
    expect(listTemplates().map(({ kind, tracks, criteria, quota }) => [kind, tracks, criteria, quota])).toEqual([
      ['building', 1, 12, 10],
      ['product', 5, 12, 100],
      ['talent', 1, 8, 10],
      ['college', 1, 13, null],
      ['base', 1, 9, null],
      ['other', 1, 4, null],
    ]);
  });

  test('takes “blank” for the blank template', () => {
    expect(loadTemplate('blank')).toEqual(loadTemplate('other'));
  });

  test.each(['', 'toString', 'Building', '示范楼宇'])('refuses the unknown name “%s”', (name) => {
    expect(loadTemplate(name)).toEqual({ ok: false, error: { code: 'round.template-unknown', detail: { name } } });
  });
});

describe('reading a template file', () => {
  const saved = JSON.stringify(template('talent'));

  test('gives back what was saved, with or without a byte-order mark', () => {
    expect(parseTemplateFile(bytesOf(saved), 'a.json')).toEqual({ ok: true, value: template('talent') });
    expect(parseTemplateFile(bytesOf(`\uFEFF${saved}`), 'a.json')).toEqual({ ok: true, value: template('talent') });
  });

  test.each([
    ['cut off', bytesOf(saved.slice(0, -5))],
    ['empty', new Uint8Array()],
    ['not UTF-8', new Uint8Array([0x22, 0xd6, 0xd8, 0x22])],
    ['too large', bytesOf(`${saved}${' '.repeat(1024 * 1024)}`)],
  ])('refuses a file that is %s', (_, bytes) => {
    expect(parseTemplateFile(bytes, '模板.json')).toEqual({
      ok: false,
      error: { code: 'round.template-unreadable', detail: { name: '模板.json' } },
    });
  });

  test('names the first place that breaks the schema', () => {
    const broken = { ...template('talent'), title: '' };
    const parsed = parseTemplateFile(bytesOf(JSON.stringify(broken)), 'b.json');
    expect(parsed).toMatchObject({ ok: false, error: { code: 'round.template-invalid', detail: { name: 'b.json' } } });
    expect(parsed.ok ? '' : parsed.error.detail?.['problem']).toMatch(/^title: /);
  });
});
