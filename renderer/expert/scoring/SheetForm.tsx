import { useMemo, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPoints, type Hundredths } from '#shared/base/points.ts';
import type { Failure } from '#shared/base/result.ts';
import { listExpertGates, type Category, type Criterion, type Gate, type Rubric } from '#shared/round/rubric.ts';
import type { Sheet } from '#shared/scoring/sheet.ts';
import { formatScore } from '../../text/format.ts';
import { useDesk, useDeskState } from '../desk-context.ts';
import { categoryTotal, decimalsOf } from '../standing.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { CommentField } from './CommentField.tsx';
import { focusNext } from './field-order.ts';
import { ScoreField } from './ScoreField.tsx';
import './sheet-form.css';

type SheetFormProps = {
  readonly candidateId: string;
  readonly rubric: Rubric;
  readonly sheet: Sheet | undefined;
  readonly pane: RefObject<HTMLElement | null>;
  /** A criterion's field is being filled in, or (null) another one; `failure`: why what was typed is not taken. */
  readonly onGuide: (criterion: Criterion | null, failure: Failure | null) => void;
};

/** Own scores per criterion, over all candidates of the same rubric. */
function useOwnScores(rubric: Rubric): (criterionId: string) => readonly Hundredths[] {
  const desk = useDesk();
  const drafts = useDeskState((state) => state.drafts);
  return useMemo(() => {
    const own = new Map<string, Hundredths[]>();
    for (const [candidateId, { shown }] of Object.entries(drafts)) {
      if (desk.rubric(candidateId).id !== rubric.id) continue;
      for (const [id, points] of Object.entries(shown?.points ?? {})) own.set(id, [...(own.get(id) ?? []), points]);
    }
    return (criterionId) => own.get(criterionId) ?? [];
  }, [desk, drafts, rubric]);
}

type PartProps = SheetFormProps & { readonly next: (field: string) => void };
type CategoryPartProps = PartProps & {
  readonly category: Category;
  readonly own: (criterionId: string) => readonly Hundredths[];
};

function CategoryPart({ category, candidateId, rubric, sheet, next, own, onGuide }: CategoryPartProps) {
  const desk = useDesk();
  const max = category.criteria.reduce((sum, criterion) => sum + criterion.max, 0);
  return (
    <section className="category">
      <h3>
        <span>{category.name}</span>
        <span className="category-total">
          {formatScore(categoryTotal(category, sheet), decimalsOf(rubric))} / {formatPoints(max)}
        </span>
      </h3>
      {category.criteria.map((criterion) => (
        <ScoreField
          key={criterion.id}
          criterion={criterion}
          points={sheet?.points[criterion.id] ?? null}
          own={own(criterion.id)}
          onPoints={(points) => void desk.editSheet(candidateId, { what: 'points', criterionId: criterion.id, points })}
          onNext={() => next(`points:${criterion.id}`)}
          onLeave={() => desk.closeStep()}
          onGuide={onGuide}
        />
      ))}
    </section>
  );
}

function GateField({ gate, candidateId, sheet, next, onGuide }: PartProps & { readonly gate: Gate }) {
  const { t } = useTranslation('expert');
  const desk = useDesk();
  return (
    <ChoiceField
      field={`gate:${gate.id}`}
      label={gate.name}
      guidance={gate.guidance}
      value={sheet?.gates[gate.id] ?? null}
      options={[
        { value: 'pass', label: t('desk.gatePass') },
        { value: 'fail', label: t('desk.gateFail') },
      ]}
      onChoose={(answer) => void desk.editSheet(candidateId, { what: 'gate', gateId: gate.id, answer })}
      onNext={() => next(`gate:${gate.id}`)}
      onFocus={() => onGuide(null, null)}
    />
  );
}

/** All fields of one sheet: criteria by category, gates, fraud flag and comment. */
export function SheetForm(props: SheetFormProps) {
  const { candidateId, rubric, sheet, pane, onGuide } = props;
  const { t } = useTranslation('expert');
  const desk = useDesk();
  const own = useOwnScores(rubric);
  const next = (field: string): void => {
    if (pane.current !== null) focusNext(pane.current, field);
  };
  const gates = listExpertGates(rubric);
  return (
    <form className="sheet-form" onSubmit={(event) => event.preventDefault()}>
      {rubric.categories.map((category) => (
        <CategoryPart key={category.id} {...props} next={next} category={category} own={own} />
      ))}
      {gates.length > 0 && (
        <section className="category">
          <h3>{t('desk.gates')}</h3>
          {gates.map((gate) => (
            <GateField key={gate.id} {...props} next={next} gate={gate} />
          ))}
        </section>
      )}
      <section className="category">
        <h3>{t('desk.opinion')}</h3>
        <ChoiceField
          field="fraud"
          label={t('desk.fraud')}
          guidance={t('desk.fraudHint')}
          value={sheet?.fraud === true ? 'yes' : 'no'}
          options={[
            { value: 'no', label: t('desk.no') },
            { value: 'yes', label: t('desk.yes') },
          ]}
          onChoose={(answer) => void desk.editSheet(candidateId, { what: 'fraud', fraud: answer === 'yes' })}
          onNext={() => next('fraud')}
          onFocus={() => onGuide(null, null)}
        />
        <CommentField
          comment={sheet?.comment ?? ''}
          needed={sheet?.fraud === true && sheet.comment.trim() === ''}
          onComment={(comment) => void desk.editSheet(candidateId, { what: 'comment', comment })}
          onLeave={() => desk.closeStep()}
          onFocus={() => onGuide(null, null)}
        />
      </section>
    </form>
  );
}
