import type { SavedPlace } from './office-views.ts';

/** 回执 that counts for a submission. `code` names the reason of a refusal. */
export type ReceiptView = {
  readonly seq: number;
  readonly verdict: 'accepted' | 'superseded' | 'refused';
  readonly code: string | null;
  readonly issuedAt: string;
  /** Fingerprint of the key that signed it, hexadecimal. */
  readonly signer: string;
};

/** What opening a receipt brought. */
export type OpenedReceipt = {
  /** The task whose submission it answers; null when that was removed from this machine. */
  readonly taskId: string | null;
  /** Number of the submission. */
  readonly submission: number;
  readonly receipt: ReceiptView;
  /** It was taken in before; nothing changed. */
  readonly known: boolean;
  /**
   * It says that the key is revoked, and new ones took its place just now: `code`: the task’s activation code proves them,
   * submitting again is enough; `card`: the task was sealed to the old key, so a new card has to come first.
   */
  readonly renewed: 'code' | 'card' | null;
};

/** What 收包 shows of the answers given, by intake entry. */
export type GivenReceiptView = { readonly intakeId: string; readonly seq: number; readonly issuedAt: string };

export type ReceiptsGiven = { readonly count: number; readonly refusals: number; readonly folder: SavedPlace };
