import type { BoardTrack } from '#shared/ranking/board.ts';
import type { SheetExplanation } from '#shared/ranking/explanation.ts';
import type { TieRule } from '#shared/ranking/ranking.ts';
import { listCriteria, type Rubric } from '#shared/round/rubric.ts';

/** The name of a category, criterion or gate; its id when the rubric does not know it. */
export function nameItem(rubric: Rubric, id: string): string {
  const items = [...rubric.categories, ...listCriteria(rubric), ...rubric.gates];
  return items.find((item) => item.id === id)?.name ?? id;
}

/** The rule that parted equals, as data for its words: `item` names the category or criterion. */
export function readTieRule(
  rule: TieRule,
  rubric: Rubric,
): { readonly by: 'total' | 'category' | 'criterion' | 'decision' | 'shared'; readonly item: string } {
  if (rule === 'total' || rule === 'decision' || rule === 'shared') return { by: rule, item: '' };
  const by = rule.startsWith('category:') ? 'category' : 'criterion';
  return { by, item: nameItem(rubric, rule.slice(rule.indexOf(':') + 1)) };
}

/** What a track's board must say above itself. */
export type TrackNotice =
  | { readonly notice: 'openSeats'; readonly count: number }
  | { readonly notice: 'unfilled'; readonly count: number }
  | { readonly notice: 'received'; readonly count: number }
  | { readonly notice: 'parts'; readonly count: number };

/** @param complete whether all sheets are in: before that, seats are not yet empty for good */
export function listTrackNotices(
  { openSeats, unfilled, received, parts }: BoardTrack,
  complete: boolean,
): TrackNotice[] {
  const notices: TrackNotice[] = [
    { notice: 'openSeats', count: openSeats },
    { notice: 'unfilled', count: complete ? unfilled : 0 },
    { notice: 'received', count: received },
  ];
  const split: TrackNotice[] = parts > 1 ? [{ notice: 'parts', count: parts }] : [];
  return [...notices.filter(({ count }) => count > 0), ...split];
}

/** The sheets with the highest total first; those without points last, in the order given. */
export function sortSheets(sheets: readonly SheetExplanation[]): SheetExplanation[] {
  return sheets.toSorted((left, right) => (right.total ?? -1) - (left.total ?? -1));
}
