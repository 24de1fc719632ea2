import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '#shared/base/result.ts';
import { suites } from '#shared/packages/suite.ts';
import type { RoundSummary } from '#shared/ipc/office-views.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useLoaded } from '../../bridge/use-loaded.ts';
import { EmptyState } from '../../ui/page/EmptyState.tsx';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { Loading } from '../../ui/page/Loading.tsx';
import { PageHeader } from '../../ui/page/PageHeader.tsx';
import { useMay } from '../may.ts';
import { useOffice } from '../office-store.ts';
import { NewRound } from './NewRound.tsx';
import { RoundCard } from './RoundCard.tsx';
import './overview.css';
import { focusWhenScrolling } from '../../ui/scroll/focus-when-scrolling.ts';

const loadRounds = (): Promise<Result<readonly RoundSummary[]>> => bridge.listRounds({});

/** 总览: every round of the workspace with its stage, its counts and its next act. */
export function OverviewPage() {
  const { t } = useTranslation(['office', 'common']);
  const [rounds, again] = useLoaded(loadRounds);
  const [making, setMaking] = useState(false);
  const failure = useOffice((office) => office.failure);
  const national = useOffice(({ workspace }) => workspace !== null && suites[workspace.suite].national);
  const may = useMay('set-up');
  const count = rounds.state === 'ready' ? rounds.value.length : 0;
  const make = (
    <Button
      disabled={!may}
      type={count === 0 ? 'primary' : 'default'}
      icon={<PlusOutlined />}
      onClick={() => setMaking(true)}
    >
      {t('overview.newRound')}
    </Button>
  );
  return (
    <div className="office-page">
      <PageHeader title={t('shell.stages.overview')} {...(count > 0 && { hint: t('overview.hint', { count }) })}>
        {count > 0 && make}
      </PageHeader>
      <div className="office-scroll" ref={focusWhenScrolling}>
        {failure !== null && <ErrorPanel failure={failure} />}
        {rounds.state === 'loading' && <Loading />}
        {rounds.state === 'failed' && <ErrorPanel failure={rounds.failure} onRetry={again} />}
        {rounds.state === 'ready' && <RoundList rounds={rounds.value} empty={make} onChanged={again} />}
        {national && <p className="office-faint">{t('overview.nationalSuite')}</p>}
      </div>
      <NewRound open={making} onClose={() => setMaking(false)} />
    </div>
  );
}

type RoundListProps = {
  readonly rounds: readonly RoundSummary[];
  readonly empty: React.ReactNode;
  readonly onChanged: () => void;
};

function RoundList({ rounds, empty, onChanged }: RoundListProps) {
  const { t } = useTranslation('office');
  if (rounds.length === 0)
    return <EmptyState title={t('overview.emptyTitle')} hint={t('overview.emptyHint')} action={empty} />;
  return (
    <ul className="round-list" aria-label={t('overview.rounds')}>
      {rounds.map((round, index) => (
        <RoundCard key={round.id} round={round} main={index === 0} onChanged={onChanged} />
      ))}
    </ul>
  );
}
