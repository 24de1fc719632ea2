import { Drawer } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPoints } from '#shared/base/points.ts';
import type { CandidateSheetsView } from '#shared/ipc/office-views.ts';
import { listCriteria, type Rubric } from '#shared/round/rubric.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useLoaded } from '../../bridge/use-loaded.ts';
import { focusWhenScrolling } from '../../ui/scroll/focus-when-scrolling.ts';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { Loading } from '../../ui/page/Loading.tsx';

type SheetsDrawerProps = {
  readonly roundId: string;
  /** Null: closed. */
  readonly candidateId: string | null;
  readonly title: string;
  /** Whose sheet led here. */
  readonly expertId: string | null;
  readonly rubric: Rubric;
  readonly onClose: () => void;
};

/** All sheets of a candidate side by side, the one in question marked. */
export function SheetsDrawer({ candidateId, title, onClose, ...rest }: SheetsDrawerProps) {
  return (
    <Drawer title={title} open={candidateId !== null} onClose={onClose} size="min(56em, 92vw)" mask={false}>
      {candidateId !== null && <SheetsOf key={candidateId} candidateId={candidateId} {...rest} />}
    </Drawer>
  );
}

type SheetsOfProps = Omit<SheetsDrawerProps, 'candidateId' | 'title' | 'onClose'> & { readonly candidateId: string };

function SheetsOf({ roundId, candidateId, expertId, rubric }: SheetsOfProps) {
  const { t } = useTranslation('office');
  const load = useCallback(() => bridge.getCandidateSheets({ roundId, candidateId }), [roundId, candidateId]);
  const [loaded, again] = useLoaded(load);
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'failed') return <ErrorPanel failure={loaded.failure} onRetry={again} />;
  const { sheets } = loaded.value;
  return (
    // Long and without controls: the keyboard must be able to scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="analysis-sheets" aria-label={t('analysis.sheetsOf')} tabIndex={0}>
      <h2>{t('analysis.sheetsOf')}</h2>
      <PointsTable sheets={sheets} expertId={expertId} rubric={rubric} />
      <h2>{t('analysis.comments')}</h2>
      <Comments sheets={sheets} />
    </section>
  );
}

type Sheets = CandidateSheetsView['sheets'];
type PointsTableProps = {
  readonly sheets: Sheets;
  readonly expertId: string | null;
  readonly rubric: Rubric;
};

function PointsTable({ sheets, expertId, rubric }: PointsTableProps) {
  const { t } = useTranslation(['office', 'common']);
  const scored = sheets.filter(({ sheet }) => sheet.state === 'scored');
  const criteria = listCriteria(rubric);
  const totalOf = ({ sheet }: Sheets[number]): number =>
    criteria.reduce((sum, { id }) => sum + (sheet.points[id] ?? 0), 0);
  const markOf = (sheet: Sheets[number]): string => (sheet.expertId === expertId ? 'number analysis-marked' : 'number');
  const lines = [
    { key: 'total', name: t('analysis.total'), max: null, points: totalOf },
    ...criteria.map(({ id, name, max }) => ({
      key: id,
      name,
      max,
      points: ({ sheet }: Sheets[number]) => sheet.points[id],
    })),
  ];
  return (
    <div className="analysis-wide" ref={focusWhenScrolling}>
      <table className="office-table analysis-table">
        <thead>
          <tr>
            <th scope="col">{t('analysis.item')}</th>
            <th scope="col" className="number">
              {t('analysis.full')}
            </th>
            {scored.map((sheet) => (
              <th key={sheet.expertId} scope="col" className={markOf(sheet)}>
                {sheet.expertName}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, name, max, points }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td className="number office-faint">{max === null ? '' : formatPoints(max)}</td>
              {scored.map((sheet) => {
                const given = points(sheet);
                return (
                  <td key={sheet.expertId} className={markOf(sheet)}>
                    {given === undefined ? '—' : formatPoints(given)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Comments({ sheets }: { readonly sheets: Sheets }) {
  const { t } = useTranslation('office');
  const written = sheets.filter(({ sheet }) => sheet.comment !== '');
  if (written.length === 0) return <p className="office-faint">{t('analysis.noComments')}</p>;
  return (
    <ul>
      {written.map(({ expertId, expertName, sheet }) => (
        <li key={expertId} className="analysis-comment">
          <strong>{expertName}</strong> {sheet.comment}
        </li>
      ))}
    </ul>
  );
}
