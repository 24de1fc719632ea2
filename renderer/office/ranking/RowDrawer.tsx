import { Drawer } from 'antd';
import { useCallback, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RankingView } from '#shared/ipc/office-views.ts';
import type { RankedTrack, RankingRow } from '#shared/ranking/ranking.ts';
import type { Round } from '#shared/round/round.ts';
import type { Rubric } from '#shared/round/rubric.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useLoaded } from '../../bridge/use-loaded.ts';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { Loading } from '../../ui/page/Loading.tsx';
import { explainRow, nameItem, readTieRule } from './explanation.ts';
import { CommentList } from './CommentList.tsx';
import { PointsTable } from './PointsTable.tsx';
import { StatusMark } from './RankingStatus.tsx';
import { SheetTable } from './SheetTable.tsx';

/** Puts what can be decided about a row into its drawer. */
export type RenderRowVerbs = (at: {
  readonly row: RankingRow;
  readonly track: RankedTrack;
  readonly rubric: Rubric;
}) => ReactNode;

type RowDrawerProps = {
  /** The row that is open; undefined when the drawer is closed. */
  readonly row: RankingRow | undefined;
  readonly track: RankedTrack;
  readonly rubric: Rubric;
  readonly round: Round;
  readonly result: RankingView;
  readonly renderVerbs: RenderRowVerbs;
  readonly onClose: () => void;
};

/** How a row came about: in words, by sheets, by criteria, with the comments. */
export function RowDrawer({ row, onClose, ...rest }: RowDrawerProps) {
  return (
    <Drawer
      title={row === undefined ? '' : `${row.code} ${row.name}`}
      open={row !== undefined}
      onClose={onClose}
      size="min(56em, 92vw)"
      mask={false}
    >
      {row !== undefined && <RowDetails key={row.candidateId} row={row} {...rest} />}
    </Drawer>
  );
}

type RowDetailsProps = Omit<RowDrawerProps, 'row' | 'onClose'> & { readonly row: RankingRow };

function RowDetails({ row, track, rubric, round, result, renderVerbs }: RowDetailsProps) {
  const { t } = useTranslation('office');
  const load = useCallback(
    () => bridge.getCandidateSheets({ roundId: round.id, candidateId: row.candidateId }),
    [round.id, row.candidateId],
  );
  const [loaded, again] = useLoaded(load);
  return (
    // Long and without controls: the keyboard must be able to scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="ranking-details" aria-label={t('ranking.details')} tabIndex={0}>
      <Standing row={row} />
      {renderVerbs({ row, track, rubric })}
      <Explanation row={row} rubric={rubric} round={round} />
      <SheetTable row={row} experts={result.experts} />
      {loaded.state === 'loading' && <Loading />}
      {loaded.state === 'failed' && <ErrorPanel failure={loaded.failure} onRetry={again} />}
      {loaded.state === 'ready' && (
        <>
          <PointsTable row={row} rubric={rubric} sheets={loaded.value.sheets} />
          <GateVotes row={row} rubric={rubric} />
          <CommentList sheets={loaded.value.sheets} />
        </>
      )}
    </section>
  );
}

function Standing({ row }: { readonly row: RankingRow }) {
  const { t } = useTranslation(['office', 'common']);
  return (
    <dl className="ranking-standing">
      <div>
        <dt>{t('ranking.rank')}</dt>
        <dd>{row.rank ?? '—'}</dd>
      </div>
      <div>
        <dt>{t('ranking.score')}</dt>
        <dd>{row.score ?? '—'}</dd>
      </div>
      <div>
        <dt>{t('ranking.status')}</dt>
        <dd className="plain">
          <StatusMark row={row} />
        </dd>
      </div>
      <div>
        <dt>{t('common:unit')}</dt>
        <dd className="plain">{row.unit === '' ? '—' : row.unit}</dd>
      </div>
    </dl>
  );
}

// The sentences differ in the values that they name; the compiler wants all of them.
const everyValue = {
  count: 0,
  recused: 0,
  abstained: 0,
  minimum: 0,
  from: 0,
  high: 0,
  low: 0,
  raw: '',
  decimals: 0,
  score: '',
  exact: '',
  items: '',
  band: '',
  reason: '',
  gates: '',
  spread: '',
};

function Explanation({ row, rubric, round }: Pick<RowDetailsProps, 'row' | 'rubric' | 'round'>) {
  const { t } = useTranslation('office');
  const { tie } = row;
  const rule = tie === null ? null : readTieRule(tie.rule, rubric);
  return (
    <section className="ranking-part">
      <h2>{t('ranking.details')}</h2>
      <ol className="ranking-steps">
        {explainRow(row, round.design.policy, rubric).map(({ step, detail }) => (
          <li key={step}>{t(`ranking.steps.${step}`, { ...everyValue, ...detail })}</li>
        ))}
        {tie !== null && rule !== null && (
          <li>
            {t('ranking.tieWith', { codes: tie.with.join('、') })}：{t(`ranking.ties.${rule.by}`, { item: rule.item })}
          </li>
        )}
      </ol>
    </section>
  );
}

function GateVotes({ row, rubric }: Pick<RowDetailsProps, 'row' | 'rubric'>) {
  const { t } = useTranslation('office');
  if (row.gateVotes.length === 0) return null;
  return (
    <section className="ranking-part">
      <h2>{t('ranking.gates')}</h2>
      <ul>
        {row.gateVotes.map(({ gateId, fails, sheets }) => (
          <li key={gateId}>
            {nameItem(rubric, gateId)}：{t('ranking.gateVote', { fails, sheets })}
          </li>
        ))}
      </ul>
    </section>
  );
}
