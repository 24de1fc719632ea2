import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RankedTrack, RankingRow } from '#shared/ranking/ranking.ts';
import { rubricMaximum, type Rubric } from '#shared/round/rubric.ts';
import { formatPoints } from '#shared/base/points.ts';
import { Spread } from './BoardCells.tsx';
import { layBoard } from './board-lines.ts';
import { StatusMark } from './RankingStatus.tsx';

type CompareDrawerProps = {
  readonly rows: readonly RankingRow[];
  readonly track: RankedTrack;
  readonly rubric: Rubric;
  readonly open: boolean;
  readonly onClose: () => void;
};

/** Candidates side by side: where they stand, and their means in every category; the best of a line is strong. */
export function CompareDrawer({ rows, track, rubric, open, onClose }: CompareDrawerProps) {
  const { t } = useTranslation('office');
  return (
    <Drawer
      title={t('decisions.compareTitle', { count: rows.length })}
      open={open}
      onClose={onClose}
      size="min(72em, 96vw)"
      destroyOnHidden
    >
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
                figure={(row) => row.categories.find(({ categoryId }) => categoryId === category.id)?.text ?? null}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Drawer>
  );
}

function Standings({ rows, track }: Pick<CompareDrawerProps, 'rows' | 'track'>) {
  const { t } = useTranslation(['office', 'common']);
  const bars = new Map(layBoard(track).flatMap((line) => (line.kind === 'row' ? [[line.id, line.bar] as const] : [])));
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
        <th scope="row">{t('ranking.status')}</th>
        {rows.map((row) => (
          <td key={row.candidateId}>
            <StatusMark row={row} />
          </td>
        ))}
      </tr>
      <tr>
        <th scope="row">{t('ranking.spread')}</th>
        {rows.map(({ candidateId }) => {
          const bar = bars.get(candidateId) ?? null;
          return <td key={candidateId}>{bar === null ? '—' : <Spread bar={bar} />}</td>;
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
  readonly rows: readonly RankingRow[];
  readonly figure: (row: RankingRow) => string | null;
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
