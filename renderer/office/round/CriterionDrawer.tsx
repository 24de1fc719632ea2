import { Button, Drawer, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Anchor, Criterion, Rubric } from '#shared/round/rubric.ts';
import { Field, FieldGroup } from '../../ui/field/Field.tsx';
import { ItemVerbs } from './ItemVerbs.tsx';
import { PointsInput } from './PointsInput.tsx';
import { editCriterion } from './rubric-edits.ts';

type CriterionDrawerProps = {
  /** The criterion that is open; undefined when the drawer is closed. */
  readonly criterion: Criterion | undefined;
  readonly edit: (change: (rubric: Rubric) => Rubric) => void;
  readonly onClose: () => void;
};

/** Guidance and anchors of one criterion. */
export function CriterionDrawer({ criterion, edit, onClose }: CriterionDrawerProps) {
  return (
    <Drawer title={criterion?.name} open={criterion !== undefined} onClose={onClose} size="large" destroyOnHidden>
      {criterion !== undefined && (
        <CriterionDetails
          criterion={criterion}
          change={(part) => edit((rubric) => editCriterion(rubric, criterion.id, part))}
        />
      )}
    </Drawer>
  );
}

type CriterionDetailsProps = {
  readonly criterion: Criterion;
  readonly change: (part: Partial<Omit<Criterion, 'id'>>) => void;
};

function CriterionDetails({ criterion: { guidance, anchors, max }, change }: CriterionDetailsProps) {
  const { t } = useTranslation('office');
  return (
    <>
      <Field label={t('round.rubric.guidanceLabel')} hint={t('round.rubric.guidanceHint')}>
        {(names) => (
          <Input.TextArea
            {...names}
            value={guidance}
            maxLength={1000}
            autoSize={{ minRows: 4, maxRows: 12 }}
            onChange={({ target }) => change({ guidance: target.value })}
          />
        )}
      </Field>
      <FieldGroup
        label={t('round.rubric.anchors')}
        hint={anchors.length === 0 ? t('round.rubric.noAnchors') : undefined}
      >
        {anchors.length > 0 && (
          <AnchorTable anchors={anchors} max={max} onChange={(next) => change({ anchors: next })} />
        )}
        <div className="round-act round-gap">
          <Button
            disabled={anchors.length >= 10}
            onClick={() => change({ anchors: [...anchors, { label: '', from: 0, to: max }] })}
          >
            {t('round.rubric.addAnchor')}
          </Button>
        </div>
      </FieldGroup>
    </>
  );
}

type AnchorTableProps = {
  readonly anchors: readonly Anchor[];
  readonly max: number;
  readonly onChange: (anchors: Anchor[]) => void;
};

function AnchorTable({ anchors, max, onChange }: AnchorTableProps) {
  const { t } = useTranslation('office');
  return (
    <table className="office-table round-table">
      <thead>
        <tr>
          <th scope="col">{t('round.rubric.anchorLabel')}</th>
          <th scope="col" className="number">
            {t('round.rubric.anchorFrom')}
          </th>
          <th scope="col" className="number">
            {t('round.rubric.anchorTo')}
          </th>
          <th aria-hidden="true" />
        </tr>
      </thead>
      <tbody>
        {anchors.map((anchor, index) => (
          <AnchorRow
            // Anchors are plain lines; their place is all that tells them apart.
            key={index}
            anchor={anchor}
            max={max}
            onChange={(next) => onChange([...anchors].with(index, next))}
            onRemove={() => onChange([...anchors].toSpliced(index, 1))}
          />
        ))}
      </tbody>
    </table>
  );
}

type AnchorRowProps = {
  readonly anchor: Anchor;
  readonly max: number;
  readonly onChange: (anchor: Anchor) => void;
  readonly onRemove: () => void;
};

function AnchorRow({ anchor, max, onChange, onRemove }: AnchorRowProps) {
  const { t } = useTranslation('office');
  const { label, from, to } = anchor;
  return (
    <tr>
      <td>
        <Input
          variant="borderless"
          aria-label={t('round.rubric.anchorLabel')}
          value={label}
          maxLength={60}
          onChange={({ target }) => onChange({ ...anchor, label: target.value })}
        />
      </td>
      <td className="number">
        <PointsInput
          label={`${label} ${t('round.rubric.anchorFrom')}`}
          value={from}
          max={max}
          onChange={(points) => onChange({ ...anchor, from: points })}
        />
      </td>
      <td className="number">
        <PointsInput
          label={`${label} ${t('round.rubric.anchorTo')}`}
          value={to}
          max={max}
          onChange={(points) => onChange({ ...anchor, to: points })}
        />
      </td>
      <td>
        <ItemVerbs name={label} onRemove={onRemove} />
      </td>
    </tr>
  );
}
