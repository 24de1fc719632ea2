import { z } from 'zod';
import { idSchema } from '../base/ids.ts';
import { grantIdSchema, type SavedFile } from './app-calls.ts';
import { call } from './call.ts';
import type { GivenReceiptView, OpenedReceipt, ReceiptsGiven } from './receipt-views.ts';

/** `intakeIds` null: every package of the round. */
const chosenPackages = z.strictObject({ roundId: idSchema, intakeIds: z.array(idSchema).max(100_000).nullable() });

/** 回执 and 核验单 on the office's side. */
export const receiptCalls = {
  listReceipts: call<readonly GivenReceiptView[]>()(z.strictObject({ roundId: idSchema })),
  /** Asks for a folder; null when that was cancelled. */
  saveReceipts: call<ReceiptsGiven | null>()(chosenPackages),
  /** One page per package; asks where to save, null when that was cancelled. */
  saveVerificationSheets: call<SavedFile | null>()(chosenPackages),
};

/** 回执 on the expert's side. */
export const ownReceiptCalls = {
  openReceipt: call<OpenedReceipt>()(z.strictObject({ file: grantIdSchema })),
};
