import { cleanText } from '#shared/base/text.ts';
import type { DecisionRecord } from '#shared/decisions/decision.ts';
import type { DecisionReason } from '#shared/decisions/reasons.ts';
import { tidyLine } from '../tidy-line.ts';

/** What every decision is told, as it is being typed. */
export type RecordDraft = {
  readonly reason: DecisionReason;
  readonly note: string;
  readonly minutes: string;
  readonly people: readonly string[];
};

/** An empty record with the ground that suits most decisions of its kind. */
export function startRecord(reason: DecisionReason): RecordDraft {
  return { reason, note: '', minutes: '', people: [] };
}

/** The record as it is kept; null while the explanation is missing. */
export function tidyRecord({ reason, note, minutes, people }: RecordDraft): DecisionRecord | null {
  const tidyNote = cleanText(note).trim();
  if (tidyNote === '') return null;
  const names = people.map(tidyLine).filter((name) => name !== '');
  return { reason, note: tidyNote, minutes: tidyLine(minutes), people: names };
}
