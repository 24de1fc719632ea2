import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundView } from '#shared/ipc/office-views.ts';
import { useLoaded } from '../../bridge/use-loaded.ts';
import { EmptyState } from '../../ui/page/EmptyState.tsx';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { Loading } from '../../ui/page/Loading.tsx';
import { PageHeader } from '../../ui/page/PageHeader.tsx';
import { PageTabs } from '../../ui/tabs/PageTabs.tsx';
import { openPage, refreshRound } from '../office-store.ts';
import { AssignmentPart } from './AssignmentPart.tsx';
import { ConflictsPart } from './ConflictsPart.tsx';
import { EnrolCard } from './EnrolCard.tsx';
import { loadPanel, type Panel } from './load-panel.ts';
import { PanelPart } from './PanelPart.tsx';
import './experts.css';

/** 专家与分配: the panel, who must not review what, and who reviews what. */
export function ExpertsPage({ view: { round, counts } }: { readonly view: RoundView }) {
  const { t } = useTranslation('office');
  const load = useCallback(() => loadPanel(round.id), [round.id]);
  const [loaded, again] = useLoaded(load);
  const changed = useCallback(() => {
    again();
    void refreshRound();
  }, [again]);
  const frozen = round.status !== 'draft';
  const empty = loaded.state === 'ready' && loaded.value.experts.length === 0;
  return (
    <div className="office-page">
      <PageHeader
        title={t('shell.stages.experts')}
        {...(!empty && { hint: frozen ? t('experts.frozen') : t('experts.hint', { count: counts.experts }) })}
      >
        {loaded.state === 'ready' && !empty && (
          <EnrolCard roundId={round.id} experts={loaded.value.experts} onEnrolled={changed} />
        )}
        {!frozen && !empty && <ImportButton main={false} />}
      </PageHeader>
      {loaded.state === 'loading' && <Loading />}
      {loaded.state === 'failed' && (
        <div className="office-error">
          <ErrorPanel failure={loaded.failure} onRetry={again} />
        </div>
      )}
      {empty && (
        <EmptyState title={t('experts.emptyTitle')} hint={t('experts.emptyHint')} action={<ImportButton main />} />
      )}
      {loaded.state === 'ready' && !empty && <PanelTabs panel={loaded.value} round={round} onChanged={changed} />}
    </div>
  );
}

function ImportButton({ main }: { readonly main: boolean }) {
  const { t } = useTranslation('office');
  return (
    <Button type={main ? 'primary' : 'default'} onClick={() => openPage('import-experts')}>
      {t('experts.import')}
    </Button>
  );
}

/** What every part of the page gets. */
export type PanelPartProps = {
  readonly panel: Panel;
  readonly round: RoundView['round'];
  readonly onChanged: () => void;
};

const partNames = ['panel', 'conflicts', 'assignment'] as const;
type PartName = (typeof partNames)[number];

function PanelTabs(props: PanelPartProps) {
  const { t } = useTranslation('office');
  const [part, setPart] = useState<PartName>(props.panel.assignment.pairs.length === 0 ? 'assignment' : 'panel');
  const contents = {
    panel: <PanelPart {...props} />,
    conflicts: <ConflictsPart {...props} />,
    assignment: <AssignmentPart {...props} />,
  };
  return (
    <PageTabs
      active={part}
      onChange={setPart}
      tabs={partNames.map((key) => ({ key, label: t(`experts.parts.${key}`), content: contents[key] }))}
    />
  );
}
