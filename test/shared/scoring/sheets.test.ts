import { fc, test as property } from '#test/pipeline/seeded.ts';
import { describe, expect, it } from 'vitest';
import type { Rubric } from '#shared/round/rubric.ts';
import { changeSheet, emptySheet, type SheetChange } from '#shared/scoring/change-sheet.ts';
import { checkPoints, checkSheet, listMissing, sheetTotal } from '#shared/scoring/check-sheet.ts';
import type { Sheet } from '#shared/scoring/sheet.ts';

const candidateId = '0190a000-0000-7000-8000-000000000001';
const at = '2026-11-23T08:00:00Z';
const later = '2026-11-23T08:00:05Z';

const criterion = (id: string, max: number, step = 50) => ({
  id,
  name: id,
  max,
  step,
  guidance: '',
  anchors: [],
  core: false,
});

const rubric: Rubric = {
  id: 'main',
  name: '评分标准',
  coreCategory: null,
  categories: [
    { id: 'first', name: '一', criteria: [criterion('one', 1000), criterion('two', 500, 100)] },
    { id: 'second', name: '二', criteria: [criterion('three', 2000)] },
  ],
  gates: [
    { id: 'integrity', name: '诚信', guidance: '', by: 'expert' },
    { id: 'papers', name: '材料', guidance: '', by: 'staff' },
  ],
};

function apply(sheet: Sheet, ...changes: readonly SheetChange[]): Sheet {
  return changes.reduce((current, change) => {
    const changed = changeSheet(rubric, current, change, later);
    if (!changed.ok) throw new Error(changed.error.code);
    return changed.value;
  }, sheet);
}

const empty = emptySheet(candidateId, at);
const points = (criterionId: string, value: number | null): SheetChange => ({
  what: 'points',
  criterionId,
  points: value,
});

describe('points', () => {
  it('are taken from zero to the maximum in steps', () => {
    expect(checkPoints(criterion('one', 1000), 0).ok).toBe(true);
    expect(checkPoints(criterion('one', 1000), 1000).ok).toBe(true);
    expect(checkPoints(criterion('one', 1000), 1050)).toMatchObject({ error: { code: 'scoring.out-of-range' } });
    expect(checkPoints(criterion('one', 1000), -50)).toMatchObject({ error: { code: 'scoring.out-of-range' } });
    expect(checkPoints(criterion('one', 1000), 25)).toMatchObject({ error: { code: 'scoring.off-step' } });
  });
});

describe('a change of a sheet', () => {
  it('counts revisions and keeps the first time', () => {
    const sheet = apply(empty, points('one', 800), points('two', 300));
    expect(sheet).toMatchObject({
      points: { one: 800, two: 300 },
      revision: 2,
      firstEditedAt: at,
      lastEditedAt: later,
    });
    expect(sheetTotal(sheet)).toBe(1100);
  });

  it('clears a field with null', () => {
    expect(apply(empty, points('one', 800), points('one', null)).points).toEqual({});
  });

  it('clears points and gates with a recusal, and asks for a reason', () => {
    const scored = apply(empty, points('one', 800), { what: 'gate', gateId: 'integrity', answer: 'pass' });
    const recused = apply(scored, { what: 'state', state: 'recused', reason: null });
    expect(recused).toMatchObject({ points: {}, gates: {}, state: 'recused' });
    expect(listMissing(rubric, recused)).toEqual([{ what: 'reason' }]);
    expect(changeSheet(rubric, recused, points('one', 100), later)).toMatchObject({
      error: { code: 'scoring.points-while-out' },
    });
    expect(apply(recused, { what: 'state', state: 'scored', reason: null }).reason).toBeNull();
  });

  it('refuses what the rubric does not have', () => {
    expect(changeSheet(rubric, empty, points('nine', 100), at)).toMatchObject({
      error: { code: 'scoring.unknown-criterion' },
    });
    const gate: SheetChange = { what: 'gate', gateId: 'papers', answer: 'fail' };
    expect(changeSheet(rubric, empty, gate, at)).toMatchObject({ error: { code: 'scoring.unknown-gate' } });
  });
});

describe('what is missing', () => {
  it('is listed in the order of the form', () => {
    expect(listMissing(rubric, undefined)).toEqual([
      { what: 'points', criterionId: 'one' },
      { what: 'points', criterionId: 'two' },
      { what: 'points', criterionId: 'three' },
      { what: 'gate', gateId: 'integrity' },
    ]);
  });

  it('includes a comment when fraud is flagged', () => {
    const full = apply(empty, points('one', 0), points('two', 0), points('three', 0), {
      what: 'gate',
      gateId: 'integrity',
      answer: 'pass',
    });
    expect(listMissing(rubric, full)).toEqual([]);
    const flagged = apply(full, { what: 'fraud', fraud: true });
    expect(listMissing(rubric, flagged)).toEqual([{ what: 'fraud-comment' }]);
    expect(listMissing(rubric, apply(flagged, { what: 'comment', comment: '合同编号重复' }))).toEqual([]);
  });
});

const anyChange = fc.oneof(
  fc.record({
    what: fc.constant('points' as const),
    criterionId: fc.constantFrom('one', 'two', 'three', 'nine'),
    points: fc.option(fc.integer({ min: 0, max: 2500 }), { nil: null }),
  }),
  fc.record({
    what: fc.constant('gate' as const),
    gateId: fc.constantFrom('integrity', 'papers'),
    answer: fc.option(fc.constantFrom('pass' as const, 'fail' as const), { nil: null }),
  }),
  fc.record({
    what: fc.constant('state' as const),
    state: fc.constantFrom('scored' as const, 'recused' as const, 'abstained' as const),
    reason: fc.option(fc.constant('同单位'), { nil: null }),
  }),
);

property.prop([fc.array(anyChange, { maxLength: 30 })])(
  'whatever is changed, the sheet keeps the rules and a refusal changes nothing',
  (changes) => {
    let sheet = empty;
    for (const change of changes) {
      const before = structuredClone(sheet);
      const changed = changeSheet(rubric, sheet, change, later);
      expect(sheet).toEqual(before);
      if (changed.ok) sheet = changed.value;
      expect(checkSheet(rubric, sheet).ok).toBe(true);
    }
  },
);
