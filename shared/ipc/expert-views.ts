import type { Candidate } from '../candidates/candidate.ts';
import type { ReceiptView } from './receipt-views.ts';
import type { RoundDesign } from '../round/round.ts';
import type { Sheet } from '../scoring/sheet.ts';

/** A result package that this expert has made. */
export type Submission = {
  readonly seq: number;
  readonly statement: string;
  readonly submittedAt: string;
  readonly fileName: string;
  readonly reason: string | null;
  /** The office's answer; null until one was opened and verified. */
  readonly receipt: ReceiptView | null;
};

/** One line of 任务列表. */
export type TaskSummary = {
  readonly id: string;
  readonly roundTitle: string;
  readonly kind: RoundDesign['kind'];
  readonly mode: 'official' | 'demo';
  readonly expertName: string;
  readonly commission: string;
  readonly fingerprint: string;
  readonly deadline: string | null;
  readonly openedAt: string;
  readonly candidates: number;
  /** Candidates answered completely (scored, recused or abstained). */
  readonly finished: number;
  readonly lastSubmission: Submission | null;
  /** Something was edited after the last submission, or that answered a task which this one took the place of. */
  readonly changedSince: boolean;
  /** The last submission answered a task which this one took the place of. */
  readonly reissued: boolean;
  /** A task on this machine took the place of this one: the office takes no more results of it. */
  readonly replaced: boolean;
};

/** Everything the scoring desk needs; rubrics and tracks as the commission signed them. */
export type TaskView = {
  readonly summary: TaskSummary;
  readonly rubrics: RoundDesign['rubrics'];
  readonly tracks: RoundDesign['tracks'];
  readonly instructions: string;
  /** Fingerprints of keys of the expert that the commission no longer takes, as the task names them. */
  readonly revokedKeys: readonly string[];
  /** Fingerprint of the key that signs the results of the task; null: it was sealed to one that is gone. */
  readonly ownKey: string | null;
  /** Whether new keys could prove themselves by the task’s activation code. */
  readonly canRenew: boolean;
  /** Sheets that were taken along from the task before. */
  readonly carried: number;
  readonly candidates: readonly (Candidate & { readonly search: string })[];
  /** Sheets begun so far, by candidate id. */
  readonly sheets: Readonly<Record<string, Sheet>>;
  /** Candidates marked ☆ 待定 by the expert, for himself only. */
  readonly starred: readonly string[];
  readonly submissions: readonly Submission[];
};

/** The stored state after an edit. */
export type SheetSaved = { readonly sheet: Sheet; readonly savedAt: string };
