import { ok, type Result } from '#shared/base/result.ts';
import type { Rubric } from '#shared/round/rubric.ts';
import { changeSheet, emptySheet, type SheetChange } from '#shared/scoring/change-sheet.ts';
import type { ScoringCode } from '#shared/scoring/sentences.ts';
import type { Sheet } from '#shared/scoring/sheet.ts';

/** A change that is on the screen and on its way to the disk. `id` rises: of two changes the higher is the newer. */
export type PendingChange = { readonly id: number; readonly change: SheetChange; readonly at: string };

/**
 * One sheet on the desk: what is on the disk, what is on its way there, and what the screen shows, which is the one with
 * the other put on top.
 */
export type SheetDraft = {
  readonly confirmed: Sheet | undefined;
  readonly pending: readonly PendingChange[];
  readonly shown: Sheet | undefined;
};

/** The field of a sheet that a change writes; changes of the same field replace each other. */
export function cellOf(change: SheetChange): string {
  switch (change.what) {
    case 'points':
      return `points:${change.criterionId}`;
    case 'gate':
      return `gate:${change.gateId}`;
    case 'comment':
    case 'fraud':
    case 'state':
      return change.what;
  }
}

/** A draft of a sheet as it lies on the disk; undefined when nothing has been entered yet. */
export function startDraft(confirmed: Sheet | undefined): SheetDraft {
  return { confirmed, pending: [], shown: confirmed };
}

/** Puts a change on top; refused when the rules refuse it, and then nothing changes. */
export function addChange(
  draft: SheetDraft,
  next: PendingChange,
  { rubric, candidateId }: { readonly rubric: Rubric; readonly candidateId: string },
): Result<SheetDraft, ScoringCode> {
  const base = draft.shown ?? emptySheet(candidateId, next.at);
  const shown = changeSheet(rubric, base, next.change, next.at);
  if (!shown.ok) return shown;
  return ok({ ...draft, pending: [...draft.pending, next], shown: shown.value });
}

/**
 * The disk has a change. Older changes of the same field can no longer show through, and an answer that was overtaken by
 * a newer one does not turn the sheet back.
 */
export function confirmChange(draft: SheetDraft, id: number, sheet: Sheet, rubric: Rubric): SheetDraft {
  const done = draft.pending.find((pending) => pending.id === id);
  const cell = done === undefined ? null : cellOf(done.change);
  const pending = draft.pending.filter((other) => other.id > id || cellOf(other.change) !== cell);
  const newer = draft.confirmed === undefined || sheet.revision > draft.confirmed.revision;
  return rebuild(newer ? sheet : draft.confirmed, pending, rubric, sheet.candidateId);
}

/** The disk refused a change: it alone is taken back; what was entered later stays. */
export function rejectChange(draft: SheetDraft, id: number, rubric: Rubric, candidateId: string): SheetDraft {
  const pending = draft.pending.filter((other) => other.id !== id);
  return rebuild(draft.confirmed, pending, rubric, candidateId);
}

function rebuild(
  confirmed: Sheet | undefined,
  pending: readonly PendingChange[],
  rubric: Rubric,
  candidateId: string,
): SheetDraft {
  let shown = confirmed;
  for (const { change, at } of pending) {
    // A change that no longer fits (points for a sheet that turned out to be recused) waits unseen for its own answer.
    const changed = changeSheet(rubric, shown ?? emptySheet(candidateId, at), change, at);
    if (changed.ok) shown = changed.value;
  }
  return { confirmed, pending, shown };
}
