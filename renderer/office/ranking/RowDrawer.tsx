import { Drawer } from 'antd';
import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CandidateSheetsView, RankingView } from '#shared/ipc/office-views.ts';
import type { BoardRow, BoardTrack } from '#shared/ranking/board.ts';
import { describeExplanation } from '#shared/ranking/describe-explanation.ts';
import type { Explanation } from '#shared/ranking/explanation.ts';
import type { Round } from '#shared/round/round.ts';
import type { Rubric } from '#shared/round/rubric.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useLoaded } from '../../bridge/use-loaded.ts';
import { useLanguage } from '../../text/language.ts';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { Loading } from '../../ui/page/Loading.tsx';
import { CommentList } from './CommentList.tsx';
import { PointsTable } from './PointsTable.tsx';
import { StatusMark } from './RankingStatus.tsx';
import { SheetTable } from './SheetTable.tsx';

/** Puts what can be decided about a row into its drawer. */
export type RenderRowVerbs = (at: {
  readonly row: BoardRow;
  readonly track: BoardTrack;
  readonly rubric: Rubric;
}) => ReactNode;

type RowDrawerProps = {
  /** The row that is open; undefined when the drawer is closed. */
  readonly row: BoardRow | undefined;
  readonly track: BoardTrack;
  readonly rubric: Rubric;
  readonly round: Round;
  readonly result: RankingView;
  readonly renderVerbs: RenderRowVerbs;
  readonly onClose: () => void;
};

/** How a row came about: in words, by sheets, by criteria, with the comments. */
export function RowDrawer({ row, onClose, ...rest }: RowDrawerProps) {
  // Keeps its name and contents while it slides away.
  const [shown, setShown] = useState(row);
  if (row !== undefined && row !== shown) setShown(row);
  return (
    <Drawer
      title={shown === undefined ? '' : `${shown.code} ${shown.name}`}
      open={row !== undefined}
      onClose={onClose}
      size="min(56em, 92vw)"
      mask={false}
      destroyOnHidden
    >
      {shown !== undefined && <RowDetails key={shown.candidateId} row={shown} {...rest} />}
    </Drawer>
  );
}

type RowDetailsProps = Omit<RowDrawerProps, 'row' | 'onClose'> & { readonly row: BoardRow };

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
      {loaded.state === 'loading' && <Loading />}
      {loaded.state === 'failed' && <ErrorPanel failure={loaded.failure} onRetry={again} />}
      {loaded.state === 'ready' && (
        <>
          {loaded.value.explanation !== null && (
            <ExplanationParts
              explanation={loaded.value.explanation}
              sheets={loaded.value.sheets}
              rubric={rubric}
              round={round}
              experts={result.experts}
            />
          )}
          <CommentList sheets={loaded.value.sheets} />
        </>
      )}
    </section>
  );
}

function Standing({ row }: { readonly row: BoardRow }) {
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
        <dt>{t(row.status.startsWith('band:') ? 'ranking.grade' : 'ranking.status')}</dt>
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

type ExplanationPartsProps = {
  readonly explanation: Explanation;
  readonly sheets: CandidateSheetsView['sheets'];
  readonly rubric: Rubric;
  readonly round: Round;
  readonly experts: RankingView['experts'];
};

/** The explanation in words, then its figures; sheets are told by their table. */
function ExplanationParts({ explanation, sheets, rubric, round, experts }: ExplanationPartsProps) {
  const { t } = useTranslation('office');
  const language = useLanguage();
  const graded = round.design.policy.evaluation !== null;
  const names = new Map(experts.map(({ id, name }) => [id, name]));
  const nameExpert = (id: string): string => names.get(id) ?? id;
  const text = describeExplanation(explanation, { language, policy: round.design.policy, rubric, nameExpert });
  return (
    <>
      {text
        .filter(({ part }) => part !== 'sheets')
        .map(({ part, lines }) => (
          <section key={part} className="ranking-part">
            <h2>{t(`ranking.parts.${part === 'crossing' && graded ? 'crossingGrade' : part}`)}</h2>
            <Lines lines={lines} />
          </section>
        ))}
      <SheetTable sheets={explanation.sheets} experts={experts} />
      <PointsTable explanation={explanation} rubric={rubric} sheets={sheets} />
    </>
  );
}

/** Several lines are numbered; a single one is a sentence. */
function Lines({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 1) return <p>{lines[0]}</p>;
  return (
    <ul className="ranking-steps">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
