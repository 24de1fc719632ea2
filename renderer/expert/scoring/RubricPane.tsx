import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#shared/base/result.ts';
import { listCriteria, type Criterion } from '#shared/round/rubric.ts';
import { useDesk, useDeskState } from '../desk-context.ts';
import { focusField } from './field-order.ts';
import { Guide } from './Guide.tsx';
import { OutPanel } from './OutPanel.tsx';
import { RubricHead } from './RubricHead.tsx';
import { SheetForm } from './SheetForm.tsx';
import { TotalBar } from './TotalBar.tsx';
import './rubric-pane.css';

/** Brings the focus to the field that was asked for (a missing one, a cell of the comparison). */
function useRequestedField(pane: RefObject<HTMLElement | null>): void {
  const request = useDeskState((state) => state.request);
  useEffect(() => {
    if (request !== null && pane.current !== null) focusField(pane.current, request.field);
  }, [request, pane]);
}

/** What the guide below the fields speaks of. */
type Guided = { readonly criterion: Criterion | null; readonly failure: Failure | null };

type RubricPaneProps = { readonly onPrevious: () => void; readonly onNext: () => void };

/** 评分表 of the candidate on the desk: the rubric's fields, the comment, and the running total. */
export function RubricPane({ onPrevious, onNext }: RubricPaneProps) {
  const { t } = useTranslation('expert');
  const desk = useDesk();
  const candidateId = useDeskState((state) => state.candidateId);
  const candidate = useDeskState(({ view }) => view.candidates.find(({ id }) => id === candidateId));
  const sheet = useDeskState(({ drafts }) => drafts[candidateId]?.shown);
  const [guide, setGuide] = useState<Guided>({ criterion: null, failure: null });
  const onGuide = useCallback(
    (criterion: Criterion | null, failure: Failure | null) => setGuide({ criterion, failure }),
    [],
  );
  const pane = useRef<HTMLElement>(null);
  useRequestedField(pane);
  if (candidate === undefined) return null;
  const rubric = desk.rubric(candidateId);
  // Another candidate may be scored by another rubric, which does not know the criterion that was looked at.
  const guided = listCriteria(rubric).find(({ id }) => id === guide.criterion?.id) ?? null;
  const out = sheet !== undefined && sheet.state !== 'scored';
  return (
    <section ref={pane} className="rubric-pane" aria-label={t('desk.sheet')}>
      <RubricHead candidate={candidate} sheet={sheet} />
      {/* Each candidate gets fields of its own, so that nothing typed for one can reach another. */}
      <div key={candidateId} className="rubric-scroll">
        {out ? (
          <OutPanel candidate={candidate} sheet={sheet} />
        ) : (
          <SheetForm candidateId={candidateId} rubric={rubric} sheet={sheet} pane={pane} onGuide={onGuide} />
        )}
      </div>
      {!out && <Guide criterion={guided} points={sheet?.points[guided?.id ?? ''] ?? null} failure={guide.failure} />}
      <TotalBar candidateId={candidateId} rubric={rubric} sheet={sheet} onPrevious={onPrevious} onNext={onNext} />
    </section>
  );
}
