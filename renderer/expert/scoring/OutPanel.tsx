import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Candidate } from '#shared/candidates/candidate.ts';
import type { Sheet } from '#shared/scoring/sheet.ts';
import { useDesk } from '../desk-context.ts';
import { OutDialog } from './OutDialog.tsx';
import './out-panel.css';

type OutPanelProps = { readonly candidate: Candidate; readonly sheet: Sheet };

/** In place of the fields of a candidate that is not scored: why, and how to take it back. */
export function OutPanel({ candidate, sheet }: OutPanelProps) {
  const { t } = useTranslation(['expert', 'common']);
  const desk = useDesk();
  const [asking, setAsking] = useState(false);
  const state = sheet.state === 'abstained' ? 'abstained' : 'recused';
  const reason = sheet.reason ?? '';
  return (
    <div className="out-panel">
      <h3>⊘ {t(`out.is.${state}`)}</h3>
      <p className="out-reason">{reason === '' ? t('out.reasonMissing') : reason}</p>
      <p className="out-hint">{t('out.isHint')}</p>
      <div className="out-verbs">
        <Button data-field="reason" onClick={() => setAsking(true)}>
          {t('out.edit')}
        </Button>
        <Button onClick={() => void desk.editSheet(candidate.id, { what: 'state', state: 'scored', reason: null })}>
          {t(`out.withdraw.${state}`)}
        </Button>
      </div>
      {asking && (
        <OutDialog
          candidateName={candidate.name}
          state={state}
          reason={reason}
          clears={false}
          onClose={() => setAsking(false)}
          onDone={(next, text) => {
            setAsking(false);
            void desk.editSheet(candidate.id, { what: 'state', state: next, reason: text });
          }}
        />
      )}
    </div>
  );
}
