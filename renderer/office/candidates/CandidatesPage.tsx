import { Button } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CandidateView, RoundView } from '#shared/ipc/office-views.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useLoaded } from '../../bridge/use-loaded.ts';
import { EmptyState } from '../../ui/page/EmptyState.tsx';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { Loading } from '../../ui/page/Loading.tsx';
import { PageHeader } from '../../ui/page/PageHeader.tsx';
import { openPage, refreshRound } from '../office-store.ts';
import { AttachDossiers } from './AttachDossiers.tsx';
import { everything, filterCandidates } from './candidate-rows.ts';
import { CandidateBar } from './CandidateBar.tsx';
import { CandidateDrawer } from './CandidateDrawer.tsx';
import { CandidateGrid } from './CandidateGrid.tsx';
import './candidates.css';

/** 评审对象: the list with its dossiers. */
export function CandidatesPage({ view: { round, counts } }: { readonly view: RoundView }) {
  const { t } = useTranslation('office');
  const load = useCallback(() => bridge.listCandidates({ roundId: round.id }), [round.id]);
  const [loaded, again] = useLoaded(load);
  const frozen = round.status !== 'draft';
  const changed = useCallback(() => {
    again();
    void refreshRound();
  }, [again]);
  const empty = loaded.state === 'ready' && loaded.value.length === 0;
  return (
    <div className="office-page">
      <PageHeader
        title={t('shell.stages.candidates')}
        {...(!empty && { hint: frozen ? t('candidates.frozen') : <Hint counts={counts} /> })}
      >
        {!frozen && !empty && <AttachDossiers roundId={round.id} onChanged={changed} />}
        {!frozen && !empty && <ImportButton main={false} />}
      </PageHeader>
      {loaded.state === 'loading' && <Loading />}
      {loaded.state === 'failed' && (
        <div className="office-error">
          <ErrorPanel failure={loaded.failure} onRetry={again} />
        </div>
      )}
      {empty && (
        <EmptyState
          title={t('candidates.emptyTitle')}
          hint={t('candidates.emptyHint')}
          action={<ImportButton main />}
        />
      )}
      {loaded.state === 'ready' && !empty && (
        <CandidateList candidates={loaded.value} round={round} onChanged={changed} />
      )}
    </div>
  );
}

function Hint({ counts: { candidates: count, candidatesWithoutDossier: without } }: Pick<RoundView, 'counts'>) {
  const { t } = useTranslation('office');
  const parts = [
    t('candidates.hint', { count }),
    ...(without > 0 ? [t('candidates.hintWithout', { count: without })] : []),
  ];
  return parts.join(' · ');
}

function ImportButton({ main }: { readonly main: boolean }) {
  const { t } = useTranslation('office');
  return (
    <Button type={main ? 'primary' : 'default'} onClick={() => openPage('import-candidates')}>
      {t('candidates.import')}
    </Button>
  );
}

type CandidateListProps = {
  readonly candidates: readonly CandidateView[];
  readonly round: RoundView['round'];
  readonly onChanged: () => void;
};

function CandidateList({ candidates, round, onChanged }: CandidateListProps) {
  const [filter, setFilter] = useState(everything);
  const [selected, setSelected] = useState<readonly string[]>([]);
  const [openId, setOpenId] = useState<string | null>(null);
  const rows = useMemo(() => filterCandidates(candidates, filter), [candidates, filter]);
  const frozen = round.status !== 'draft';
  return (
    <>
      <CandidateBar
        round={round}
        filter={filter}
        onFilter={setFilter}
        shown={rows.length}
        count={candidates.length}
        selected={selected}
        onRemoved={() => {
          setSelected([]);
          onChanged();
        }}
      />
      <div className="office-grid">
        <CandidateGrid
          candidates={rows}
          tracks={round.design.tracks}
          selectable={!frozen}
          onSelect={setSelected}
          onOpen={setOpenId}
        />
      </div>
      <CandidateDrawer
        candidate={candidates.find(({ id }) => id === openId)}
        round={round}
        onClose={() => setOpenId(null)}
        onChanged={onChanged}
      />
    </>
  );
}
