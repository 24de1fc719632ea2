import type { IntakeVerdict } from '#shared/ipc/office-views.ts';
import type { MarkTone } from '../../ui/mark/Mark.tsx';

/** How each verdict looks. */
export const verdictTones: Readonly<Record<IntakeVerdict, MarkTone>> = {
  accepted: 'done',
  superseded: 'done',
  duplicate: 'replaced',
  refused: 'refused',
};
