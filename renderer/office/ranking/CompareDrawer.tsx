import { Drawer } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ok, type Result } from '#shared/base/result.ts';
import type { BoardRow, BoardTrack } from '#shared/ranking/board.ts';
import { rubricMaximum, type Rubric } from '#shared/round/rubric.ts';
import { formatPoints } from '#shared/base/points.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useLoaded } from '../../bridge/use-loaded.ts';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { Loading } from '../../ui/page/Loading.tsx';
import { findAxis, measureBar } from './board-lines.ts';
import { StatusMark } from './RankingStatus.tsx';
import { Spread } from './Spread.tsx';

type CompareDrawerProps = {
  readonly roundId: string;
  readonly rows: readonly BoardRow[];
  readonly track: BoardTrack;
  readonly rubric: Rubric;
  readonly open: boolean;
  readonly onClose: () => void;
};

/** Candidates side by side: where they stand, and their means in every category; the best of a line is strong. */
export function CompareDrawer({ open, onClose, ...rest }: CompareDrawerProps) {
  const { t } = useTranslation('office');
  return (
    <Drawer
      title={t('decisions.compareTitle', { count: rest.rows.length })}
      open={open}
      onClose={onClose}
      size="min(72em, 96vw)"
      destroyOnHidden
    >
      <Comparison {...rest} />
    </Drawer>
  );
}

type ComparisonProps = Omit<CompareDrawerProps, 'open' | 'onClose'>;

function Comparison({ roundId, rows, track, rubric }: ComparisonProps) {
  const ids = rows.map(({ candidateId }) => candidateId).join(' ');
  const load = useCallback(() => loadMeans(roundId, ids.split(' ')), [roundId, ids]);
  const [loaded, again] = useLoaded(load);
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'failed') return <ErrorPanel failure={loaded.failure} onRetry={again} />;
  return (
    <div className="ranking-wide">
      <table className="office-table ranking-compare">
        <thead>
          <tr>
            <td />
            {rows.map(({ candidateId, code, name }) => (
              <th key={candidateId} scope="col">
                {code} {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Standings rows={rows} track={track} />
          {rubric.categories.map((category) => (
            <FigureLine
              key={category.id}
              title={`${category.name} / ${formatPoints(rubricMaximum({ categories: [category] }))}`}
              rows={rows}
              figure={(row) => loaded.value.get(row.candidateId)?.get(category.id) ?? null}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Means = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Means of the categories, by candidate and category. */
async function loadMeans(roundId: string, candidateIds: readonly string[]): Promise<Result<Means>> {
  const means = new Map<string, ReadonlyMap<string, string>>();
  for (const candidateId of candidateIds) {
    const loaded = await bridge.getCandidateSheets({ roundId, candidateId });
    if (!loaded.ok) return loaded;
    const categories = loaded.value.explanation?.row.categories ?? [];
    means.set(candidateId, new Map(categories.map(({ categoryId, text }) => [categoryId, text])));
  }
  return ok(means);
}

function Standings({ rows, track }: Pick<CompareDrawerProps, 'rows' | 'track'>) {
  const { t } = useTranslation(['office', 'common']);
  const axis = findAxis(track);
  const graded = rows.some(({ status }) => status.startsWith('band:'));
  return (
    <>
      <tr>
        <th scope="row">{t('common:unit')}</th>
        {rows.map(({ candidateId, unit }) => (
          <td key={candidateId}>{unit === '' ? '—' : unit}</td>
        ))}
      </tr>
      <tr>
        <th scope="row">{t('ranking.rank')}</th>
        {rows.map(({ candidateId, rank }) => (
          <td key={candidateId}>{rank ?? '—'}</td>
        ))}
      </tr>
      <tr>
        <th scope="row">{t(graded ? 'ranking.grade' : 'ranking.status')}</th>
        {rows.map((row) => (
          <td key={row.candidateId}>
            <StatusMark row={row} />
          </td>
        ))}
      </tr>
      <tr>
        <th scope="row">{t('ranking.spread')}</th>
        {rows.map((row) => {
          const bar = measureBar(row, axis);
          return <td key={row.candidateId}>{bar === null ? '—' : <Spread bar={bar} />}</td>;
        })}
      </tr>
      <tr>
        <th scope="row">{t('ranking.sheets')}</th>
        {rows.map(({ candidateId, sheets, trimmed }) => (
          <td key={candidateId}>
            {trimmed > 0
              ? t('ranking.sheetsTrimmed', { count: sheets, trimmed })
              : t('ranking.sheetsText', { count: sheets })}
          </td>
        ))}
      </tr>
      <FigureLine title={t('ranking.score')} rows={rows} figure={({ score }) => score} />
    </>
  );
}

type FigureLineProps = {
  readonly title: string;
  readonly rows: readonly BoardRow[];
  readonly figure: (row: BoardRow) => string | null;
};

function FigureLine({ title, rows, figure }: FigureLineProps) {
  const figures = rows.map(figure);
  const best = Math.max(...figures.map((text) => Number(text ?? -1)));
  return (
    <tr>
      <th scope="row">{title}</th>
      {rows.map((row, index) => {
        const text = figures[index] ?? null;
        return (
          <td key={row.candidateId}>
            {text !== null && Number(text) === best ? <strong>{text}</strong> : (text ?? '—')}
          </td>
        );
      })}
    </tr>
  );
}
