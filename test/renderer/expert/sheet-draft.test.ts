import { describe, expect, test } from 'vitest';
import { changeSheet, emptySheet, type SheetChange } from '#shared/scoring/change-sheet.ts';
import type { Sheet } from '#shared/scoring/sheet.ts';
import { addChange, confirmChange, rejectChange, startDraft, type SheetDraft } from '#renderer/expert/sheet-draft.ts';
import { candidateId, rubric, sheet } from './sample-task.ts';

const at = '2026-11-22T10:00:00Z';
const give = (criterionId: string, points: number | null): SheetChange => ({ what: 'points', criterionId, points });

function add(draft: SheetDraft, id: number, change: SheetChange): SheetDraft {
  const added = addChange(draft, { id, change, at }, { rubric, candidateId: candidateId(1) });
  if (!added.ok) throw new Error(added.error.code);
  return added.value;
}

/** What the disk answers to a change on top of what it holds. */
function stored(before: Sheet | undefined, change: SheetChange): Sheet {
  const changed = changeSheet(rubric, before ?? emptySheet(candidateId(1), at), change, at);
  if (!changed.ok) throw new Error(changed.error.code);
  return changed.value;
}

describe('a sheet on the desk', () => {
  test('shows a change before it is on the disk', () => {
    const draft = add(startDraft(undefined), 1, give('firms', 850));
    expect(draft.shown?.points).toEqual({ firms: 850 });
    expect(draft.confirmed).toBeUndefined();
  });

  test('refuses what the rules refuse and stays as it was', () => {
    const draft = startDraft(sheet(1, { points: { firms: 800 } }));
    const added = addChange(draft, { id: 1, change: give('firms', 1050), at }, { rubric, candidateId: candidateId(1) });
    expect(added).toMatchObject({ ok: false, error: { code: 'scoring.out-of-range' } });
  });

  test('takes back a refused change and shows what is on the disk', () => {
    const before = sheet(1, { points: { firms: 800 }, revision: 4 });
    const draft = rejectChange(add(startDraft(before), 1, give('firms', 900)), 1, rubric, candidateId(1));
    expect(draft.shown).toEqual(before);
    expect(draft.pending).toEqual([]);
  });

  test('keeps a newer value when an older change of the same field fails late', () => {
    const before = sheet(1, { points: { firms: 800 } });
    const both = add(add(startDraft(before), 1, give('firms', 850)), 2, give('firms', 900));
    expect(rejectChange(both, 1, rubric, candidateId(1)).shown?.points['firms']).toBe(900);
  });

  test('keeps other fields when one change fails', () => {
    const both = add(add(startDraft(undefined), 1, give('firms', 850)), 2, give('people', 400));
    expect(rejectChange(both, 1, rubric, candidateId(1)).shown?.points).toEqual({ people: 400 });
  });

  test('does not flicker back when answers overtake each other', () => {
    const first = give('firms', 850);
    const second = give('firms', 900);
    const both = add(add(startDraft(undefined), 1, first), 2, second);
    const one = stored(undefined, first);
    const two = stored(one, second);
    const late = confirmChange(confirmChange(both, 2, two, rubric), 1, one, rubric);
    expect(late.shown?.points).toEqual({ firms: 900 });
    expect(late.confirmed?.revision).toBe(2);
    expect(late.pending).toEqual([]);
  });

  test('shows a newer value while the older one is being confirmed', () => {
    const first = give('firms', 850);
    const both = add(add(startDraft(undefined), 1, first), 2, give('firms', null));
    const draft = confirmChange(both, 1, stored(undefined, first), rubric);
    expect(draft.shown?.points).toEqual({});
    expect(draft.confirmed?.points).toEqual({ firms: 850 });
  });

  test('clears points at a recusal and shows them again when the recusal could not be stored', () => {
    const before = sheet(1, { points: { firms: 800 }, gates: { legal: 'pass' } });
    const out = add(startDraft(before), 1, { what: 'state', state: 'recused', reason: '有合作关系' });
    expect(out.shown).toMatchObject({ state: 'recused', points: {}, gates: {} });
    expect(rejectChange(out, 1, rubric, candidateId(1)).shown).toEqual(before);
  });
});
