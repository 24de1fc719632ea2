import StarFilled from '@ant-design/icons/es/icons/StarFilled';
import StarOutlined from '@ant-design/icons/es/icons/StarOutlined';
import StopOutlined from '@ant-design/icons/es/icons/StopOutlined';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Candidate } from '#shared/candidates/candidate.ts';
import type { Sheet } from '#shared/scoring/sheet.ts';
import { useDesk, useDeskState } from '../desk-context.ts';
import { OutDialog } from './OutDialog.tsx';

type RubricHeadProps = { readonly candidate: Candidate; readonly sheet: Sheet | undefined };

/** Whose sheet this is; ☆ 待定, and the way out: 回避 or 弃权. */
export function RubricHead({ candidate, sheet }: RubricHeadProps) {
  const { t } = useTranslation(['expert', 'common']);
  const desk = useDesk();
  const starred = useDeskState((state) => state.starred.has(candidate.id));
  const track = useDeskState(({ view }) =>
    view.tracks.length > 1 ? (view.tracks.find(({ id }) => id === candidate.trackId)?.name ?? '') : '',
  );
  const [asking, setAsking] = useState(false);
  const scored = sheet === undefined || sheet.state === 'scored';
  const entered = Object.keys(sheet?.points ?? {}).length + Object.keys(sheet?.gates ?? {}).length > 0;
  return (
    <header className="rubric-head">
      <h2>
        <span className="rubric-code">{candidate.code}</span> {candidate.name}
      </h2>
      <Button
        type="text"
        icon={starred ? <StarFilled className="star-on" /> : <StarOutlined />}
        aria-pressed={starred}
        onClick={() => void desk.starCandidate(candidate.id, !starred)}
      >
        {t('desk.star')}
      </Button>
      <p className="rubric-unit">{[candidate.unit, track].filter(Boolean).join(' · ')}</p>
      {scored && (
        <Button type="text" icon={<StopOutlined />} onClick={() => setAsking(true)}>
          {t('desk.out')}
        </Button>
      )}
      {asking && (
        <OutDialog
          candidateName={candidate.name}
          state="recused"
          reason=""
          clears={entered}
          onClose={() => setAsking(false)}
          onDone={(state, reason) => {
            setAsking(false);
            void desk.editSheet(candidate.id, { what: 'state', state, reason });
          }}
        />
      )}
    </header>
  );
}
