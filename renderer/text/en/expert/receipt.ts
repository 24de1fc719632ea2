import type { Texts } from '../../texts.ts';
import type { receipt as original } from '../../zh-CN/expert/receipt.ts';

export const receipt: Texts<typeof original> = {
  open: 'Open a receipt…',
  opening: 'Verifying the receipt…',
  title: 'Receipt',
  none: 'No receipt yet',
  noneHint:
    'The office answers with a receipt (.mtxreceipt) once it has taken the package in. Only a receipt that was opened here and verified shows that it was delivered.',
  delivered: 'Delivered',
  corrected: 'Correction delivered',
  refused: 'Refused',
  deliveredTitle: 'Submission {{submission}} was delivered',
  refusedTitle: 'Submission {{submission}} was refused',
  deliveredText: 'The office confirmed on {{time}} that it received and counts it. The signature of the receipt holds.',
  correctedText:
    'The office confirmed on {{time}} that it received the correction, which replaces your earlier result. The signature of the receipt holds.',
  refusedText: 'The receipt that the office signed on {{time}} says:',
  known: 'This receipt was taken in before; nothing changed.',
  toTask: 'Open this task',
  toTasks: 'Back to the tasks',
  signedBy: 'Signed with',
};
