import type { ReceiptView } from '#shared/ipc/receipt-views.ts';
import type { MarkTone } from '../ui/mark/Mark.tsx';

/** How a submission stands with the office: a tone, and the name of its word under `receipt`. */
export type ReceiptState = {
  readonly tone: MarkTone;
  readonly word: 'none' | 'delivered' | 'corrected' | 'refused';
};

/** Delivered only when a verified receipt says so. */
export function receiptState(receipt: ReceiptView | null): ReceiptState {
  switch (receipt?.verdict) {
    case undefined:
      return { tone: 'waiting', word: 'none' };
    case 'accepted':
      return { tone: 'done', word: 'delivered' };
    case 'superseded':
      return { tone: 'done', word: 'corrected' };
    case 'refused':
      return { tone: 'refused', word: 'refused' };
  }
}
