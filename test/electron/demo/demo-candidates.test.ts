import { describe, expect, test } from 'vitest';
import { demoCounts, demoSeed, makeDemoCandidates, makeDemoExperts } from '#electron/demo/demo-candidates.ts';
import { cellOf, demoKinds, type DemoRow } from '#electron/demo/demo-row.ts';

const nameOf = (row: DemoRow): string => cellOf(row, '楼宇名称', '产品名称', '姓名', '学院名称', '基地名称');
const unitOf = (row: DemoRow): string => cellOf(row, '申报单位', '工作单位', '学校', '依托单位');
const column = (rows: readonly DemoRow[], name: string): string[] => rows.map((row) => cellOf(row, name));
const countByValue = (values: readonly string[]): Record<string, number> =>
  Object.fromEntries([...new Set(values)].map((value) => [value, values.filter((each) => each === value).length]));
const numberIn = (row: DemoRow, name: string): number => Number(cellOf(row, name));

describe.each(demoKinds)('fictional candidates of kind %s', (kind) => {
  const rows = makeDemoCandidates(kind, demoCounts[kind].candidates, demoSeed);

  test('are the same for the same seed and others for another one', () => {
    expect(makeDemoCandidates(kind, rows.length, demoSeed)).toEqual(rows);
    expect(makeDemoCandidates(kind, rows.length, demoSeed + 1)).not.toEqual(rows);
  });

  test('all have the same columns', () => {
    const columns = new Set(rows.map((row) => Object.keys(row).join()));
    expect(columns.size).toBe(1);
  });

  test('say in name and unit that they are examples', () => {
    for (const row of rows) {
      expect(nameOf(row)).toMatch(/（示例）$/);
      expect(unitOf(row)).toMatch(/（示例）$/);
    }
  });

  test('have codes and names of their own, a thousand of them too', () => {
    const many = makeDemoCandidates(kind, 1000, 7);
    expect(new Set(column(many, '编号')).size).toBe(1000);
    expect(new Set(many.map(nameOf)).size).toBe(1000);
  });

  test('are recommended in sentences that are nowhere repeated whole', () => {
    const opinions = column(rows, '推荐意见');
    expect(new Set(opinions).size).toBe(rows.length);
    for (const opinion of opinions) {
      expect(opinion.length).toBeGreaterThan(45);
      expect(opinion).toMatch(/。$/);
      expect(opinion).not.toMatch(/undefined|NaN|。。|，。|、、/);
    }
  });
});

describe('figures of fictional candidates', () => {
  test('fit the floor space of their building', () => {
    for (const row of makeDemoCandidates('building', 300, 3)) {
      const [floor, used, idle] = ['建筑面积（万㎡）', '已用面积（万㎡）', '闲置面积（万㎡）'].map((name) =>
        numberIn(row, name),
      );
      expect(floor).toBeGreaterThanOrEqual(1);
      expect(Math.round(((used ?? 0) + (idle ?? 0)) * 100)).toBe(Math.round((floor ?? 0) * 100));
      expect(numberIn(row, '收储面积（万㎡）')).toBeLessThanOrEqual(floor ?? 0);
      expect(numberIn(row, '新增企业数（家）')).toBeLessThan(numberIn(row, '软信企业数（家）'));
      expect(numberIn(row, '优质企业数（家）')).toBeLessThan(numberIn(row, '软信企业数（家）'));
      expect(numberIn(row, '新增从业人员（人）')).toBeLessThan(numberIn(row, '从业人员（人）'));
      const perPerson = numberIn(row, '软件收入（万元）') / numberIn(row, '从业人员（人）');
      expect(perPerson).toBeGreaterThan(8);
      expect(perPerson).toBeLessThan(80);
    }
  });

  test('spread products evenly over the five tracks', () => {
    const tracks = column(makeDemoCandidates('product', 120, demoSeed), '赛道');
    expect(countByValue(tracks)).toEqual({ 工业软件: 24, 汽车软件: 24, 人工智能: 24, 信息安全: 24, 首版次软件: 24 });
  });

  test('call a first version 1.0, acquired by its author', () => {
    const first = makeDemoCandidates('product', 120, demoSeed).filter((row) => cellOf(row, '赛道') === '首版次软件');
    expect(new Set(column(first, '版本'))).toEqual(new Set(['V1.0']));
    expect(new Set(column(first, '权利取得方式'))).toEqual(new Set(['原始取得']));
    expect(column(first, '首版次认定').every((text) => text.startsWith('V1.0'))).toBe(true);
  });

  test('let no more people complete a course than began it, nor find work than completed', () => {
    for (const row of makeDemoCandidates('base', 200, 3)) {
      expect(numberIn(row, '结业数（人）')).toBeLessThanOrEqual(numberIn(row, '年接收人数（人）'));
      expect(numberIn(row, '就业数（人）')).toBeLessThanOrEqual(numberIn(row, '结业数（人）'));
    }
  });
});

describe('identifiers of fictional candidates', () => {
  test('are credit codes of the right form with a wrong check digit', () => {
    const codes = column(makeDemoCandidates('product', 200, demoSeed), '统一社会信用代码');
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    for (const code of codes) {
      expect(code).toMatch(/^91500\d{3}MA[0-9A-HJ-NPQRTUWXY]{8}$/);
      const sum = weights.reduce((total, weight, index) => total + weight * alphabet.indexOf(code.charAt(index)), 0);
      expect((sum + alphabet.indexOf(code.charAt(17))) % 31).not.toBe(0);
    }
  });

  test('are citizen numbers that carry the birth date and a wrong check digit', () => {
    for (const row of makeDemoCandidates('talent', 200, demoSeed)) {
      const number = cellOf(row, '证件号');
      expect(number).toMatch(/^500000\d{11}[\dX]$/);
      expect(number.slice(6, 12)).toBe(cellOf(row, '出生年月').replace('-', ''));
      expect(Number(number.charAt(16)) % 2).toBe(cellOf(row, '性别') === '男' ? 1 : 0);
      const sum = [...number].reduce(
        (total, sign, index) => total + (sign === 'X' ? 10 : Number(sign)) * (2 ** (17 - index) % 11),
        0,
      );
      expect(sum % 11).not.toBe(1);
    }
  });

  test('are software registrations of a year far ahead', () => {
    const numbers = column(makeDemoCandidates('product', 50, demoSeed), '软著登记号');
    expect(numbers.every((number) => /^2099SR\d{7}$/.test(number))).toBe(true);
  });

  test('are phone numbers of no operator', () => {
    const phones = column(makeDemoCandidates('building', 30, demoSeed), '联系电话');
    expect(phones.every((phone) => /^1200\d{7}$/.test(phone))).toBe(true);
  });
});

describe.each(demoKinds)('fictional experts for kind %s', (kind) => {
  const candidates = makeDemoCandidates(kind, demoCounts[kind].candidates, demoSeed);
  const experts = makeDemoExperts(kind, demoCounts[kind].experts, demoSeed, candidates);

  test('have names of their own and units that are examples', () => {
    expect(new Set(column(experts, '姓名')).size).toBe(experts.length);
    expect(column(experts, '单位').every((unit) => unit.endsWith('（示例）'))).toBe(true);
  });

  test('have one leader', () => {
    const leaders = experts.filter((row) => cellOf(row, '组长') === '是');
    expect(leaders.length).toBe(1);
  });

  test('have ties with some candidates, so that conflicts can be seen', () => {
    const units = new Set(candidates.map(unitOf));
    const avoided = experts.flatMap((row) => cellOf(row, '回避单位').split(/[、；]/)).filter((unit) => units.has(unit));
    const insiders = column(experts, '单位').filter((unit) => units.has(unit));
    expect(avoided.length).toBeGreaterThan(0);
    expect(insiders.length).toBeGreaterThan(0);
  });

  test('have no ties when no candidates are given', () => {
    expect(column(makeDemoExperts(kind, 20, 1), '回避单位').every((cell) => cell === '')).toBe(true);
  });
});

test('experts of products cover every track alike', () => {
  const tracks = column(makeDemoExperts('product', 25, demoSeed), '赛道');
  expect(Object.values(countByValue(tracks))).toEqual([5, 5, 5, 5, 5]);
});
