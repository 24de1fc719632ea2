import { loadTemplate } from '#electron/round/templates.ts';
import { listCriteria } from '#shared/round/rubric.ts';
import { value } from '../../pipeline/make-round.ts';

/**
 * Scores of the buildings B01, B02 … as a CSV text.
 * @param shares per cent of each criterion's maximum, snapped to its step; a negative one leaves the points blank
 * @param last the columns behind the points of a row without points
 */
export function scoresCsv(shares: readonly number[], last: readonly string[] = ['好', '', '', '', '']): string {
  const [rubric] = value(loadTemplate('building')).design.rubrics;
  const criteria = listCriteria(rubric ?? { categories: [] });
  const points = (share: number) =>
    criteria.map(({ max, step }) => String((Math.floor((max * share) / 100 / step) * step) / 100));
  const head = ['编号', ...criteria.map((criterion) => criterion.id), '评语', '否决', '回避', '弃权', '弄虚作假'];
  const rows = shares.map((share, index) => [
    `B0${index + 1}`,
    ...(share < 0 ? criteria.map(() => '') : points(share)),
    ...(share < 0 ? last : ['好', '', '', '', '']),
  ]);
  return [head, ...rows].map((row) => row.join(',')).join('\r\n');
}
