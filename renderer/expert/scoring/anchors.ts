import type { Hundredths } from '#shared/base/points.ts';
import type { Anchor, Criterion } from '#shared/round/rubric.ts';

/** The id of the element that explains the field with the focus. */
export const guideId = 'rubric-guide';

/** The anchor (分档) that a score lies in; undefined without a score, or where the anchors leave a hole. */
export function anchorAt(criterion: Criterion, points: Hundredths | null): Anchor | undefined {
  if (points === null) return undefined;
  return criterion.anchors.find(({ from, to }) => points >= from && points <= to);
}
