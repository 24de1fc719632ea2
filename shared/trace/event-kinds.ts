import type { TraceEventName } from './event.ts';

/** What a reader of the log filters by. */
export const eventKinds = ['set-up', 'packages', 'ranking', 'office', 'clock', 'scoring'] as const;
export type EventKind = (typeof eventKinds)[number];

const kinds: Readonly<Record<TraceEventName, EventKind>> = {
  'round-created': 'set-up',
  'round-saved': 'set-up',
  'round-removed': 'set-up',
  'candidates-taken': 'set-up',
  'candidates-removed': 'set-up',
  'experts-taken': 'set-up',
  'experts-removed': 'set-up',
  'dossiers-attached': 'set-up',
  'dossier-removed': 'set-up',
  'conflict-declared': 'set-up',
  'conflict-withdrawn': 'set-up',
  'experts-assigned': 'set-up',
  'task-issued': 'packages',
  'package-received': 'packages',
  'receipt-issued': 'packages',
  'decision-recorded': 'ranking',
  'round-locked': 'ranking',
  'round-reopened': 'ranking',
  'form-exported': 'ranking',
  'picture-saved': 'ranking',
  'form-facts-saved': 'ranking',
  'holidays-saved': 'office',
  'form-template-set': 'office',
  'form-template-removed': 'office',
  'workspace-created': 'office',
  'workspace-unlocked': 'office',
  'unlock-refused': 'office',
  'passphrase-changed': 'office',
  'home-unlocked': 'scoring',
  'home-unlock-refused': 'scoring',
  'home-passphrase-changed': 'scoring',
  'roster-signed': 'office',
  'head-signed': 'office',
  'trace-exported': 'office',
  'clock-moved-back': 'clock',
  'card-made': 'scoring',
  'keys-renewed': 'scoring',
  'task-opened': 'scoring',
  'task-removed': 'scoring',
  'sheet-edited': 'scoring',
  'scores-read': 'scoring',
  'sheets-carried': 'scoring',
  'candidate-starred': 'scoring',
  'candidate-unstarred': 'scoring',
  'result-submitted': 'scoring',
  'receipt-opened': 'scoring',
  'receipt-refused': 'scoring',
};

const byName: Readonly<Record<string, EventKind | undefined>> = kinds;

/** The kind of an event; one that a newer program wrote counts as the office's. */
export function kindOf(event: string): EventKind {
  return byName[event] ?? 'office';
}
