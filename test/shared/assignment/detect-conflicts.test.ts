import { describe, expect, test } from 'vitest';
import { detectConflicts } from '#shared/assignment/detect-conflicts.ts';
import { unitKey } from '#shared/assignment/unit-key.ts';

describe('a conflict', () => {
  test('is found when an expert is of the candidate’s unit, or names it among 回避单位', () => {
    const candidates = [
      { id: 'c1', unit: '渝拟软件有限公司（示例）' },
      { id: 'c2', unit: '星澜科技股份有限公司' },
      { id: 'c3', unit: '磐石数据有限公司' },
    ];
    const experts = [
      { id: 'e1', unit: '渝拟软件有限公司', avoidUnits: ['星澜科技', '渝拟软件'] },
      { id: 'e2', unit: '两江大学（示例）', avoidUnits: [] },
    ];
    expect(detectConflicts(candidates, experts)).toEqual([
      { expertId: 'e1', candidateId: 'c1', reason: 'same-unit' },
      { expertId: 'e1', candidateId: 'c2', reason: 'avoid-unit' },
    ]);
  });

  test('does not follow from two empty units', () => {
    expect(detectConflicts([{ id: 'c', unit: '' }], [{ id: 'e', unit: ' ', avoidUnits: [''] }])).toEqual([]);
  });
});

describe('the name of a unit', () => {
  test.each([
    ['full-width forms', 'ＡＢＣ软件（重庆）有限公司', 'abc软件(重庆)有限公司'],
    ['spaces and dots', ' 渝拟 软件·有限公司', '渝拟软件有限公司'],
    ['the kind of bracket', '渝拟软件〔重庆〕有限公司', '渝拟软件（重庆）有限公司'],
    ['the mark of fictional units', '渝拟软件有限公司（示例）', '渝拟软件有限公司'],
    ['the legal form', '渝拟软件有限责任公司', '渝拟软件股份有限公司'],
    ['the legal form left out', '渝拟软件', '渝拟软件有限公司'],
    ['two words for the same legal form behind a short name', '渝拟有限责任公司', '渝拟有限公司'],
  ])('is the same but for %s', (_, left, right) => {
    expect(unitKey(left)).toBe(unitKey(right));
  });

  test.each([
    ['a group and its member', '渝拟软件集团有限公司', '渝拟软件有限公司'],
    ['a branch', '渝拟软件有限公司两江分公司', '渝拟软件有限公司'],
    ['another place', '渝拟软件（重庆）有限公司', '渝拟软件（成都）有限公司'],
    ['a short stem and the word itself', '重庆有限公司', '重庆'],
    ['a school and its hospital', '两江大学', '两江大学附属医院'],
    ['another kind of firm behind a short name', '渝拟股份有限公司', '渝拟有限公司'],
  ])('tells apart %s', (_, left, right) => {
    expect(unitKey(left)).not.toBe(unitKey(right));
  });
});
