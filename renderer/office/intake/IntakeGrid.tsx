import type { ColDef } from 'ag-grid-community';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntakeEntry } from '#shared/ipc/office-views.ts';
import type { GivenReceiptView } from '#shared/ipc/receipt-views.ts';
import { formatMinute } from '../../text/format.ts';
import { useSentence } from '../../text/language.ts';
import { Grid } from '../../ui/grid/Grid.tsx';
import { Mark } from '../../ui/mark/Mark.tsx';
import { verdictTones } from './verdict-tones.ts';

type IntakeGridProps = {
  readonly entries: readonly IntakeEntry[];
  readonly roundId: string;
  /** Whether nothing has come in at all, or the filter leaves nothing. */
  readonly empty: boolean;
  readonly receipts: readonly GivenReceiptView[];
  readonly onSelect: (ids: readonly string[]) => void;
};

/** One line per package that came in: verdict, from whom, and in a sentence what happened. */
export function IntakeGrid({ entries, roundId, empty, receipts, onSelect }: IntakeGridProps) {
  const { t } = useTranslation('office');
  const columns = useIntakeColumns(roundId, receipts);
  return (
    <Grid<IntakeEntry>
      label={t('intake.grid')}
      emptyTitle={t(empty ? 'intake.emptyTitle' : 'intake.emptyFilter')}
      rowData={[...entries]}
      columnDefs={columns}
      getRowId={({ data }) => data.id}
      rowSelection={{
        mode: 'multiRow',
        enableClickSelection: false,
        selectAll: 'filtered',
        // A package that does not say whose it is cannot be answered.
        isRowSelectable: ({ data }) => data?.statement !== null && data?.roundId === roundId,
      }}
      selectionColumnDef={{ pinned: 'left', width: 48 }}
      onSelectionChanged={({ api }) => onSelect(api.getSelectedRows().map(({ id }) => id))}
    />
  );
}

function useIntakeColumns(roundId: string, receipts: readonly GivenReceiptView[]): ColDef<IntakeEntry>[] {
  const { t } = useTranslation('office');
  return useMemo(() => {
    const given = new Map(receipts.map((receipt) => [receipt.intakeId, receipt]));
    return [
      { field: 'verdict', headerName: t('intake.verdict'), pinned: 'left', width: 136, cellRenderer: VerdictCell },
      {
        colId: 'expert',
        headerName: t('intake.expert'),
        width: 120,
        valueGetter: ({ data }) => data?.expertName ?? t('intake.unknownExpert'),
      },
      {
        colId: 'reason',
        headerName: t('intake.reason'),
        flex: 2,
        minWidth: 240,
        wrapText: true,
        autoHeight: true,
        cellClass: 'intake-reason',
        cellRenderer: ReasonCell,
        cellRendererParams: { roundId },
      },
      { field: 'file', headerName: t('intake.file'), flex: 1, minWidth: 160, tooltip: true },
      { field: 'sheets', headerName: t('intake.sheets'), width: 96, cellClass: 'number', headerClass: 'number' },
      {
        field: 'seq',
        headerName: t('intake.seq'),
        width: 96,
        cellClass: 'number',
        headerClass: 'number',
        valueFormatter: ({ value }: { readonly value: number | null }) => String(value ?? '—'),
      },
      {
        field: 'receivedAt',
        headerName: t('intake.receivedAt'),
        width: 168,
        valueFormatter: ({ value }: { readonly value: string }) => formatMinute(value),
      },
      {
        colId: 'receipt',
        headerName: t('intake.receipt'),
        width: 168,
        valueGetter: ({ data }) => {
          const receipt = given.get(data?.id ?? '');
          return receipt === undefined ? '—' : formatMinute(receipt.issuedAt);
        },
      },
    ];
  }, [t, roundId, receipts]);
}

function VerdictCell({ data }: { readonly data?: IntakeEntry }) {
  const { t } = useTranslation('office');
  if (data === undefined) return null;
  return <Mark tone={verdictTones[data.verdict]}>{t(`shell.verdict.${data.verdict}`)}</Mark>;
}

/** What happened, in a sentence; the code of a refusal stands small behind it. */
function ReasonCell({ data, roundId }: { readonly data?: IntakeEntry; readonly roundId: string }) {
  const { t } = useTranslation('office');
  const sentence = useSentence();
  if (data === undefined) return null;
  const { verdict, code, detail, seq } = data;
  const other = data.roundId !== null && data.roundId !== roundId ? `${t('intake.otherRound')} · ` : '';
  if (verdict !== 'refused') return other + t(`intake.sentences.${verdict}`, { seq: seq ?? '' });
  return (
    <span>
      {other}
      {code !== null && sentence({ code, detail })} <code className="office-code">{code}</code>
    </span>
  );
}
