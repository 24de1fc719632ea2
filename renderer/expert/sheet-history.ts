import type { SheetChange } from '#shared/scoring/change-sheet.ts';
import type { Sheet } from '#shared/scoring/sheet.ts';
import { cellOf } from './sheet-draft.ts';

/** One act of the expert: what it did, and what takes it back. */
export type Step = {
  readonly candidateId: string;
  readonly redo: readonly SheetChange[];
  readonly undo: readonly SheetChange[];
};

/** What was done and what was taken back. While `open`, further changes of the same field belong to the last step. */
export type History = { readonly past: readonly Step[]; readonly future: readonly Step[]; readonly open: boolean };

export const emptyHistory: History = { past: [], future: [], open: false };

/** Steps that can be undone; older ones are forgotten. */
const depth = 500;

/** The changes that bring back what a change is about to replace. */
export function inverseOf(sheet: Sheet | undefined, change: SheetChange): readonly SheetChange[] {
  switch (change.what) {
    case 'points':
      return [{ ...change, points: sheet?.points[change.criterionId] ?? null }];
    case 'gate':
      return [{ ...change, answer: sheet?.gates[change.gateId] ?? null }];
    case 'comment':
      return [{ ...change, comment: sheet?.comment ?? '' }];
    case 'fraud':
      return [{ ...change, fraud: sheet?.fraud ?? false }];
    case 'state':
      return inverseOfState(sheet);
  }
}

/** Recusing clears points and gates, so that taking it back has to bring them along. */
function inverseOfState(sheet: Sheet | undefined): readonly SheetChange[] {
  const points = Object.entries(sheet?.points ?? {});
  const gates = Object.entries(sheet?.gates ?? {});
  return [
    { what: 'state', state: sheet?.state ?? 'scored', reason: sheet?.reason ?? null },
    ...points.map(([criterionId, value]) => ({ what: 'points' as const, criterionId, points: value })),
    ...gates.map(([gateId, answer]) => ({ what: 'gate' as const, gateId, answer })),
  ];
}

/** Adds a change that the expert made. `before`: the sheet as it was shown. What had been taken back is forgotten. */
export function remember(
  history: History,
  { candidateId, before, change }: { candidateId: string; before: Sheet | undefined; change: SheetChange },
): History {
  const last = history.past.at(-1);
  const goesOn = history.open && last?.candidateId === candidateId && isSameField(last, change);
  const step: Step = goesOn
    ? { ...last, redo: [change] }
    : { candidateId, redo: [change], undo: inverseOf(before, change) };
  const past = goesOn ? history.past.slice(0, -1) : history.past;
  return { past: [...past, step].slice(-depth), future: [], open: true };
}

function isSameField({ redo }: Step, change: SheetChange): boolean {
  const [only] = redo;
  return redo.length === 1 && only !== undefined && change.what !== 'state' && cellOf(only) === cellOf(change);
}

/** The field was left: the next change is a step of its own. */
export function closeStep(history: History): History {
  return history.open ? { ...history, open: false } : history;
}

/** Takes the last step back: its changes in their order, and the history after it; null when there is none. */
export function stepBack(history: History): { readonly step: Step; readonly history: History } | null {
  const step = history.past.at(-1);
  if (step === undefined) return null;
  return { step, history: { past: history.past.slice(0, -1), future: [...history.future, step], open: false } };
}

/** Does again what was taken back last; null when there is nothing. */
export function stepForward(history: History): { readonly step: Step; readonly history: History } | null {
  const step = history.future.at(-1);
  if (step === undefined) return null;
  return { step, history: { past: [...history.past, step], future: history.future.slice(0, -1), open: false } };
}
