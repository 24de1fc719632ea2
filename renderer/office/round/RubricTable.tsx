import { Button, Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatPoints } from '#shared/base/points.ts';
import { rubricMaximum, type Category, type Criterion, type Rubric } from '#shared/round/rubric.ts';
import { ItemVerbs } from './ItemVerbs.tsx';
import { PointsInput } from './PointsInput.tsx';
import {
  addCategory,
  addCriterion,
  editCategory,
  editCriterion,
  moveCategory,
  moveCriterion,
  removeCategory,
  removeCriterion,
} from './rubric-edits.ts';

type Edit = (change: (rubric: Rubric) => Rubric) => void;
type RubricTableProps = {
  readonly rubric: Rubric;
  readonly edit: Edit;
  /** Opens guidance and anchors of a criterion. */
  readonly onOpen: (criterionId: string) => void;
};

/** The rubric as a table to type in: one line per criterion under its category. */
export function RubricTable({ rubric, edit, onOpen }: RubricTableProps) {
  const { t } = useTranslation('office');
  const names = { category: t('round.rubric.newCategory'), criterion: t('round.rubric.newCriterion') };
  return (
    <table className="office-table round-table">
      <thead>
        <tr>
          <th scope="col">{t('round.rubric.item')}</th>
          <th scope="col" className="number">
            {t('round.rubric.points')}
          </th>
          <th scope="col" className="number">
            {t('round.rubric.step')}
          </th>
          <th scope="col">{t('round.rubric.core')}</th>
          <th scope="col">{t('round.rubric.guidance')}</th>
          <th aria-hidden="true" />
        </tr>
      </thead>
      {rubric.categories.map((category) => (
        <CategoryRows key={category.id} category={category} edit={edit} onOpen={onOpen} />
      ))}
      <tfoot className="round-act">
        <tr>
          <td colSpan={6}>
            <Button
              disabled={rubric.categories.length >= 20}
              onClick={() => edit((before) => addCategory(before, names))}
            >
              {t('round.rubric.addCategory')}
            </Button>
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

type CategoryRowsProps = { readonly category: Category } & Omit<RubricTableProps, 'rubric'>;

function CategoryRows({ category, edit, onOpen }: CategoryRowsProps) {
  const { t } = useTranslation('office');
  const { id, name, criteria } = category;
  return (
    <tbody>
      <tr className="round-category">
        <th scope="rowgroup">
          <Input
            variant="borderless"
            aria-label={t('round.rubric.category')}
            value={name}
            maxLength={60}
            onChange={({ target }) => edit((rubric) => editCategory(rubric, id, { name: target.value }))}
          />
        </th>
        <td className="number">
          <strong>{formatPoints(rubricMaximum({ categories: [category] }))}</strong>
        </td>
        <td colSpan={3}>
          <Button
            type="text"
            className="round-act"
            disabled={criteria.length >= 50}
            onClick={() => edit((rubric) => addCriterion(rubric, id, t('round.rubric.newCriterion')))}
          >
            {t('round.rubric.addCriterion')}
          </Button>
        </td>
        <td>
          <ItemVerbs
            name={name}
            onMove={(by) => edit((rubric) => moveCategory(rubric, id, by))}
            onRemove={() => edit((rubric) => removeCategory(rubric, id))}
          />
        </td>
      </tr>
      {criteria.map((criterion) => (
        <CriterionRow key={criterion.id} criterion={criterion} edit={edit} onOpen={onOpen} />
      ))}
    </tbody>
  );
}

type CriterionRowProps = { readonly criterion: Criterion } & Omit<RubricTableProps, 'rubric'>;

function CriterionRow({ criterion, edit, onOpen }: CriterionRowProps) {
  const { t } = useTranslation('office');
  const { id, name, max, step, core } = criterion;
  const change = (part: Partial<Omit<Criterion, 'id'>>): void => edit((rubric) => editCriterion(rubric, id, part));
  return (
    <tr>
      <td className="round-criterion">
        <Input
          variant="borderless"
          aria-label={t('round.rubric.criterion')}
          value={name}
          maxLength={60}
          onChange={({ target }) => change({ name: target.value })}
        />
      </td>
      <td className="number">
        <PointsInput
          label={`${name} ${t('round.rubric.points')}`}
          value={max}
          min={1}
          onChange={(points) => change({ max: points })}
        />
      </td>
      <td className="number">
        <PointsInput
          label={`${name} ${t('round.rubric.step')}`}
          value={step}
          min={1}
          onChange={(points) => change({ step: points })}
        />
      </td>
      <td>
        <Checkbox
          aria-label={`${name} ${t('round.rubric.core')}`}
          checked={core}
          onChange={({ target }) => change({ core: target.checked })}
        />
      </td>
      <td>
        <DetailsButton criterion={criterion} onOpen={onOpen} />
      </td>
      <td>
        <ItemVerbs
          name={name}
          onMove={(by) => edit((rubric) => moveCriterion(rubric, id, by))}
          onRemove={() => edit((rubric) => removeCriterion(rubric, id))}
        />
      </td>
    </tr>
  );
}

/** Guidance as far as it fits, and how many anchors; a press opens both. Also when frozen: looking is no change. */
function DetailsButton({ criterion, onOpen }: Pick<CriterionRowProps, 'criterion' | 'onOpen'>) {
  const { t } = useTranslation('office');
  const { id, name, guidance, anchors } = criterion;
  return (
    <button type="button" className="round-details" onClick={() => onOpen(id)}>
      <span className="only-read">{t('round.rubric.detailsOf', { name })}</span>
      <span className="round-guidance">{guidance === '' ? t('round.rubric.details') : guidance}</span>
      <span className="office-faint">
        {anchors.length === 0 ? t('round.rubric.noAnchors') : t('round.rubric.anchorCount', { count: anchors.length })}
      </span>
    </button>
  );
}
