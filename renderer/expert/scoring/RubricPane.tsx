import { useEffect, useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk, useDeskState } from '../desk-context.ts';
import { focusField } from './field-order.ts';
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

type RubricPaneProps = { readonly onPrevious: () => void; readonly onNext: () => void };

/** 评分表 of the candidate on the desk: the rubric's fields, the comment, and the running total. */
export function RubricPane({ onPrevious, onNext }: RubricPaneProps) {
  const { t } = useTranslation('expert');
  const desk = useDesk();
  const candidateId = useDeskState((state) => state.candidateId);
  const candidate = useDeskState(({ view }) => view.candidates.find(({ id }) => id === candidateId));
  const sheet = useDeskState(({ drafts }) => drafts[candidateId]?.shown);
  const pane = useRef<HTMLElement>(null);
  useRequestedField(pane);
  if (candidate === undefined) return null;
  const rubric = desk.rubric(candidateId);
  const out = sheet !== undefined && sheet.state !== 'scored';
  return (
    <section ref={pane} className="rubric-pane" aria-label={t('desk.sheet')}>
      <RubricHead candidate={candidate} sheet={sheet} />
      {/* Each candidate gets fields of its own, so that nothing typed for one can reach another. */}
      <div key={candidateId} className="rubric-scroll">
        {out ? (
          <OutPanel candidate={candidate} sheet={sheet} />
        ) : (
          <SheetForm candidateId={candidateId} rubric={rubric} sheet={sheet} pane={pane} />
        )}
      </div>
      <TotalBar candidateId={candidateId} rubric={rubric} sheet={sheet} onPrevious={onPrevious} onNext={onNext} />
    </section>
  );
}
