import { useTranslation } from 'react-i18next';
import { formatPoints } from '#shared/base/points.ts';
import type { CandidateSheetsView } from '#shared/ipc/office-views.ts';
import type { Explanation } from '#shared/ranking/explanation.ts';
import { rubricMaximum, type Category, type Criterion, type Rubric } from '#shared/round/rubric.ts';
import { formatScore } from '../../text/format.ts';
import { evenDecimals } from '../even-decimals.ts';

type Sheets = CandidateSheetsView['sheets'];
type PointsTableProps = { readonly explanation: Explanation; readonly rubric: Rubric; readonly sheets: Sheets };

/** Points of each sheet per criterion, with the means of the categories. */
export function PointsTable({ explanation, rubric, sheets }: PointsTableProps) {
  const { t } = useTranslation('office');
  const scored = sheets.filter(({ sheet }) => sheet.state === 'scored');
  if (scored.length === 0) return null;
  const decimals = evenDecimals(scored.flatMap(({ sheet }) => Object.values(sheet.points)));
  const items = new Map(explanation.items.map(({ criterionId, text }) => [criterionId, text]));
  const means = new Map(explanation.row.categories.map(({ categoryId, text }) => [categoryId, text]));
  return (
    <section className="ranking-part">
      <h2>{t('ranking.categoryMeans')}</h2>
      <p className="office-faint">{t('ranking.categoryHint')}</p>
      <div className="ranking-wide">
        <table className="office-table ranking-points">
          <thead>
            <tr>
              <th scope="col">{t('ranking.item')}</th>
              <th scope="col" className="number">
                {t('ranking.full')}
              </th>
              <th scope="col" className="number">
                {t('ranking.mean')}
              </th>
              {scored.map(({ expertId, expertName }) => (
                <th key={expertId} scope="col" className="number">
                  {expertName}
                </th>
              ))}
            </tr>
          </thead>
          {rubric.categories.map((category) => (
            <CategoryPoints
              key={category.id}
              category={category}
              mean={means.get(category.id) ?? '—'}
              items={items}
              sheets={scored}
              decimals={decimals}
            />
          ))}
        </table>
      </div>
    </section>
  );
}

type CategoryPointsProps = {
  readonly category: Category;
  readonly mean: string;
  /** Means of the criteria. */
  readonly items: ReadonlyMap<string, string>;
  readonly sheets: Sheets;
  readonly decimals: number;
};

function CategoryPoints({ category, mean, items, sheets, decimals }: CategoryPointsProps) {
  const sum = (points: Readonly<Record<string, number>>): number =>
    category.criteria.reduce((total, { id }) => total + (points[id] ?? 0), 0);
  return (
    <tbody>
      <tr className="ranking-category">
        <th scope="rowgroup">{category.name}</th>
        <td className="number">{formatPoints(rubricMaximum({ categories: [category] }))}</td>
        <td className="number">{mean}</td>
        {sheets.map(({ expertId, sheet }) => (
          <td key={expertId} className="number">
            {formatScore(sum(sheet.points), decimals)}
          </td>
        ))}
      </tr>
      {category.criteria.map((criterion) => (
        <CriterionPoints key={criterion.id} criterion={criterion} items={items} sheets={sheets} decimals={decimals} />
      ))}
    </tbody>
  );
}

type CriterionPointsProps = Omit<CategoryPointsProps, 'category' | 'mean'> & { readonly criterion: Criterion };

function CriterionPoints({ criterion, items, sheets, decimals }: CriterionPointsProps) {
  return (
    <tr>
      <th scope="row">{criterion.name}</th>
      <td className="number office-faint">{formatPoints(criterion.max)}</td>
      <td className="number">{items.get(criterion.id) ?? '—'}</td>
      {sheets.map(({ expertId, sheet }) => {
        const points = sheet.points[criterion.id];
        return (
          <td key={expertId} className="number">
            {points === undefined ? '—' : formatScore(points, decimals)}
          </td>
        );
      })}
    </tr>
  );
}
