import { useTranslation } from 'react-i18next';
import { formatPoints } from '#shared/base/points.ts';
import type { BoardRow } from '#shared/ranking/board.ts';
import type { Rubric } from '#shared/round/rubric.ts';
import { Mark } from '../../ui/mark/Mark.tsx';
import type { BoardLine, SpreadBar } from './board-lines.ts';
import { nameItem, readTieRule } from './explanation.ts';
import { StatusMark } from './RankingStatus.tsx';

type CellProps = { readonly data?: BoardLine };

/** Lowest to highest total on the track's common axis, with a stroke at the score. */
export function SpreadCell({ data }: CellProps) {
  if (data?.kind !== 'row' || data.bar === null) return <span className="office-faint">—</span>;
  return <Spread bar={data.bar} />;
}

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

/** The bar by itself, with its words for screen readers and as a tooltip. */
export function Spread({ bar }: { readonly bar: SpreadBar }) {
  const { t } = useTranslation('office');
  const { from, to, score, lowest, highest } = bar;
  const words = t('ranking.spreadText', {
    lowest: formatPoints(lowest),
    highest: formatPoints(highest),
    difference: formatPoints(highest - lowest),
  });
  return (
    <span className="ranking-spread" title={words}>
      <span className="only-read">{words}</span>
      <b style={{ left: percent(from), width: percent(Math.max(to - from, 0.005)) }} />
      {score !== null && <i style={{ left: percent(score) }} />}
    </span>
  );
}

export function SheetsCell({ data }: CellProps) {
  const { t } = useTranslation('office');
  if (data?.kind !== 'row') return null;
  const { sheets: count, trimmed } = data.row;
  return trimmed > 0 ? t('ranking.sheetsTrimmed', { count, trimmed }) : t('ranking.sheetsText', { count });
}

export function StatusCell({ data }: CellProps) {
  return data?.kind === 'row' ? <StatusMark row={data.row} /> : null;
}

/** With whom the score is shared and what parted them. */
export function TieCell({ data, rubric }: CellProps & { readonly rubric: Rubric }) {
  const { t } = useTranslation('office');
  if (data?.kind !== 'row' || data.row.tie === null) return null;
  const { rule, with: codes, more } = data.row.tie;
  const { by, item } = readTieRule(rule, rubric);
  return (
    <span
      className={by === 'shared' ? 'ranking-tie shared' : 'ranking-tie'}
      title={t('ranking.tieWith', { codes: codes.join('、') + (more > 0 ? ' …' : '') })}
    >
      {t(`ranking.ties.${by}`, { item })}
    </span>
  );
}

/** Why somebody is out, and what must be looked at. */
export function RemarkCell({ data, rubric }: CellProps & { readonly rubric: Rubric }) {
  const { t } = useTranslation('office');
  if (data?.kind !== 'row') return null;
  const { row } = data;
  return (
    <span className="ranking-remarks">
      <OutWords row={row} rubric={rubric} />
      {row.spread?.reReviewAdvised === true && <Mark tone="warned">{t('ranking.reReview')}</Mark>}
      {row.fraudFlags > 0 && <Mark tone="refused">{t('ranking.fraud', { count: row.fraudFlags })}</Mark>}
    </span>
  );
}

function OutWords({ row, rubric }: { readonly row: BoardRow; readonly rubric: Rubric }) {
  const { t } = useTranslation('office');
  const { veto, status, sheets } = row;
  if (veto === null) return status === 'no-score' ? <span>{t('ranking.tooFew', { count: sheets })}</span> : null;
  const reason = veto.by === 'staff' ? veto.reason : veto.gateIds.map((id) => nameItem(rubric, id)).join('、');
  const words = t('ranking.vetoedBy', { reason });
  return <span title={words}>{words}</span>;
}
