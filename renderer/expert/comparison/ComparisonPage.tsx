import { Select } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { listCriteria, type Rubric } from '#shared/round/rubric.ts';
import { Grid } from '../../ui/grid/Grid.tsx';
import { PageHeader } from '../../ui/page/PageHeader.tsx';
import { useDesk, useDeskState } from '../desk-context.ts';
import { isSummary, makeColumns, type GridRow, type SummaryRow } from './comparison-columns.ts';
import { describeColumn, makeRows, type ComparisonRow } from './comparison-rows.ts';
import './comparison.css';

function useRows(rubric: Rubric, trackId: string): readonly ComparisonRow[] {
  const candidates = useDeskState(({ view }) => view.candidates);
  const drafts = useDeskState((state) => state.drafts);
  const starred = useDeskState((state) => state.starred);
  return useMemo(
    () =>
      makeRows({
        candidates: candidates.filter((candidate) => candidate.trackId === trackId),
        rubric,
        sheetOf: (id) => drafts[id]?.shown,
        starred,
      }),
    [candidates, drafts, starred, rubric, trackId],
  );
}

const facts = ['mean', 'high', 'low'] as const;

function useSummaries(rows: readonly ComparisonRow[], rubric: Rubric): SummaryRow[] {
  const { t } = useTranslation('expert');
  return useMemo(() => {
    const totals = describeColumn(rows.filter(({ standing }) => standing === 'done').map(({ total }) => total));
    const columns = listCriteria(rubric).map(
      ({ id }) => [id, describeColumn(rows.map(({ points }) => points[id] ?? null))] as const,
    );
    return facts.map((fact) => ({
      summary: t(`comparison.${fact}`),
      points: Object.fromEntries(columns.map(([id, column]) => [id, column[fact]])),
      total: totals[fact],
    }));
  }, [rows, rubric, t]);
}

type ComparisonPageProps = {
  /** Buttons on the right of the title. */
  readonly verbs: ReactNode;
  /** A cell was chosen: the desk shows that candidate and field. */
  readonly onOpen: () => void;
};

/** 横向对比: all own scores of one track side by side, to find what does not fit together. */
export function ComparisonPage({ verbs, onOpen }: ComparisonPageProps) {
  const { t } = useTranslation(['expert', 'common']);
  const desk = useDesk();
  const { candidates, tracks } = useDeskState(({ view }) => view);
  const used = tracks.filter((track) => candidates.some(({ trackId }) => trackId === track.id));
  const [trackId, setTrackId] = useState(used[0]?.id ?? '');
  const rubric = desk.rubric(candidates.find((candidate) => candidate.trackId === trackId)?.id ?? '');
  const rows = useRows(rubric, trackId);
  const summaries = useSummaries(rows, rubric);
  const columns = useMemo(() => makeColumns(rubric, t), [rubric, t]);
  const open = (row: GridRow | undefined, column: string): void => {
    if (row === undefined || isSummary(row)) return;
    if (column.startsWith('points:')) desk.goTo(row.candidateId, column);
    else desk.goTo(row.candidateId);
    onOpen();
  };
  return (
    <div className="comparison">
      <PageHeader title={t('comparison.title')} hint={t('comparison.hint')}>
        {used.length > 1 && (
          <Select
            aria-label={t('common:track')}
            value={trackId}
            onChange={setTrackId}
            options={used.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        {verbs}
      </PageHeader>
      <div className="comparison-grid">
        <Grid<GridRow>
          label={t('comparison.title')}
          emptyTitle={t('comparison.empty')}
          rowData={[...rows]}
          columnDefs={columns}
          pinnedBottomRowData={summaries}
          tooltipShowDelay={300}
          onCellClicked={({ data, column }) => open(data, column.getColId())}
          onCellKeyDown={(event) => {
            if (!('column' in event) || !(event.event instanceof KeyboardEvent) || event.event.key !== 'Enter') return;
            open(event.data, event.column.getColId());
          }}
        />
      </div>
    </div>
  );
}
