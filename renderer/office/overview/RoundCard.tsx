import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundSummary } from '#shared/ipc/office-views.ts';
import { bridge } from '../../bridge/bridge.ts';
import { formatDeadline, formatMinute } from '../../text/format.ts';
import { useLanguage } from '../../text/language.ts';
import { noticeDone, noticeFailure } from '../../ui/notice/notices.ts';
import { Mark } from '../../ui/mark/Mark.tsx';
import { ProgressBar } from '../../ui/page/ProgressBar.tsx';
import { useMay } from '../may.ts';
import { closeRound, openRound, useOffice } from '../office-store.ts';
import { findNextAct } from './next-act.ts';

type RoundCardProps = {
  readonly round: RoundSummary;
  /** The one whose next act is the filled button of the page. */
  readonly main: boolean;
  readonly onChanged: () => void;
};

/** One round: what it is, how far it is, and what comes next. */
export function RoundCard({ round, main, onChanged }: RoundCardProps) {
  const { t } = useTranslation(['office', 'common']);
  const { act, page } = findNextAct(round);
  const may = useMay('set-up');
  const home = round.status === 'draft' ? 'round' : 'progress';
  return (
    <li className="round-card">
      <div>
        <h2>
          <button type="button" className="round-open" onClick={() => void openRound(round.id, home)}>
            {round.title}
          </button>
        </h2>
        <RoundState round={round} />
      </div>
      <RoundFigures round={round} />
      <div className="round-card-verbs">
        <Button type={main ? 'primary' : 'default'} onClick={() => void openRound(round.id, page)}>
          {t(`overview.next.${act}`)}
        </Button>
        {page !== home && (
          <Button type="text" onClick={() => void openRound(round.id, home)}>
            {t('overview.openRound')}
          </Button>
        )}
        {may && round.status === 'draft' && <RemoveRound round={round} onRemoved={onChanged} />}
      </div>
    </li>
  );
}

function RoundState({ round }: { readonly round: RoundSummary }) {
  const { t } = useTranslation(['office', 'common']);
  const language = useLanguage();
  const [now] = useState(() => Date.now());
  const { status, mode, kind, deadline } = round;
  return (
    <p className="round-state">
      <Mark tone={status === 'locked' ? 'done' : 'waiting'}>{t(`shell.status.${status}`)}</Mark>
      <span>{t(`common:kind.${kind}`)}</span>
      <span>{t(`common:mode.${mode}`)}</span>
      <span>
        {deadline === null
          ? t('common:noDeadline')
          : t('shell.deadlineFact', {
              time: formatMinute(deadline),
              left: formatDeadline(deadline, now, language),
            })}
      </span>
    </p>
  );
}

function RoundFigures({ round: { status, counts } }: { readonly round: RoundSummary }) {
  const { t } = useTranslation('office');
  return (
    <dl className="round-figures">
      <div>
        <dt>{t('overview.candidates')}</dt>
        <dd>{counts.candidates}</dd>
      </div>
      <div>
        <dt>{t('overview.experts')}</dt>
        <dd>{counts.experts}</dd>
      </div>
      <div>
        <dt>{t('overview.returned')}</dt>
        <dd>
          {status === 'draft' ? (
            <span className="office-faint">{t('overview.notIssued')}</span>
          ) : (
            <ProgressBar done={counts.expertsReturned} total={counts.tasksIssued} label={t('overview.returned')} />
          )}
        </dd>
      </div>
    </dl>
  );
}

function RemoveRound({ round, onRemoved }: { readonly round: RoundSummary; readonly onRemoved: () => void }) {
  const { t } = useTranslation(['office', 'common']);

  async function remove(): Promise<void> {
    const result = await bridge.removeRound({ roundId: round.id });
    if (!result.ok) return noticeFailure(result.error);
    if (useOffice.getState().round?.round.id === round.id) closeRound();
    noticeDone(t('overview.removed'));
    onRemoved();
  }

  return (
    <Popconfirm
      title={t('overview.removeTitle', { title: round.title })}
      description={t('overview.removeText')}
      okText={t('common:remove')}
      cancelText={t('common:cancel')}
      okButtonProps={{ danger: true }}
      onConfirm={() => void remove()}
    >
      <Button type="text">{t('overview.removeRound')}</Button>
    </Popconfirm>
  );
}
