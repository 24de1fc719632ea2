import LockOutlined from '@ant-design/icons/es/icons/LockOutlined';
import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RankingView, RoundView } from '#shared/ipc/office-views.ts';
import { bridge } from '../bridge/bridge.ts';
import { useLoaded } from '../bridge/use-loaded.ts';
import { formatMinute } from '../text/format.ts';
import { AdminOnly } from './AdminOnly.tsx';
import { DecisionList } from './decisions/DecisionList.tsx';
import { LockDrawer } from './decisions/LockDrawer.tsx';
import { RowDecisions } from './decisions/RowDecisions.tsx';
import { TrialDrawer } from './decisions/TrialDrawer.tsx';
import { refreshRound } from './office-store.ts';
import { RankingPage } from './ranking/RankingPage.tsx';
import { PolicyPart } from './round/PolicyPart.tsx';

/** 排名 with what people do about it: decide, try other rules, lock. */
export function RankingStage({ view }: { readonly view: RoundView }) {
  const [turn, setTurn] = useState(0);
  const { round } = view;
  const changed = (): void => {
    setTurn((last) => last + 1);
    void refreshRound();
  };
  return (
    <RankingPage
      view={view}
      turn={turn}
      renderVerbs={(result) => <RankingVerbs view={view} result={result} turn={turn} onChanged={changed} />}
      renderRowVerbs={({ row, track, rubric }) =>
        round.status === 'issued' && (
          <AdminOnly act="decide" as="verbs">
            <RowDecisions roundId={round.id} row={row} track={track} rubric={rubric} onDecided={changed} />
          </AdminOnly>
        )
      }
    />
  );
}

type RankingVerbsProps = {
  readonly view: RoundView;
  readonly result: RankingView;
  readonly turn: number;
  readonly onChanged: () => void;
};

function RankingVerbs({ view: { round }, result, turn, onChanged }: RankingVerbsProps) {
  const { t } = useTranslation('office');
  const [open, setOpen] = useState<'decisions' | 'trial' | 'lock' | null>(null);
  const close = (): void => setOpen(null);
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- `turn` says when to read again
  const load = useCallback(() => bridge.getLockState({ roundId: round.id }), [round.id, turn]);
  const [lock] = useLoaded(load);
  const standing = lock.state === 'ready' ? lock.value.standing : null;
  return (
    <>
      <Button onClick={() => setOpen('trial')}>{t('decisions.trial.verb')}</Button>
      <Button onClick={() => setOpen('decisions')}>{t('decisions.open')}</Button>
      <AdminOnly act="lock" as="verbs">
        <Button
          icon={<LockOutlined aria-hidden="true" />}
          disabled={lock.state !== 'ready'}
          {...(standing === null
            ? {}
            : {
                title: t('decisions.lock.banner', {
                  name: standing.signedBy,
                  time: formatMinute(standing.signedAt),
                  hash: standing.resultHash.slice(0, 16),
                }),
              })}
          onClick={() => setOpen('lock')}
        >
          {t(standing === null ? 'decisions.lock.verb' : 'decisions.lock.reopen')}
        </Button>
      </AdminOnly>
      <TrialDrawer
        round={round}
        experts={result.experts}
        open={open === 'trial'}
        renderRules={(design, edit) => (
          <PolicyPart editor={{ design, frozen: false, edit, editRubric: () => undefined }} saved={null} />
        )}
        renderForAdmin={(verb) => (
          <AdminOnly act="save-rules" as="verbs">
            {verb}
          </AdminOnly>
        )}
        onDecided={onChanged}
        onClose={close}
      />
      <DecisionList
        round={round}
        result={result}
        turn={turn}
        renderForAdmin={(verb) => (
          <AdminOnly act="decide" as="page">
            {verb}
          </AdminOnly>
        )}
        open={open === 'decisions'}
        onDecided={onChanged}
        onClose={close}
      />
      {lock.state === 'ready' && (
        <LockDrawer
          roundId={round.id}
          state={lock.value}
          open={open === 'lock'}
          onChanged={onChanged}
          onClose={close}
        />
      )}
    </>
  );
}
