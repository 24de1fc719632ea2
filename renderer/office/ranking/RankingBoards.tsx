import WarningOutlined from '@ant-design/icons/es/icons/WarningOutlined';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RankingView } from '#shared/ipc/office-views.ts';
import type { BoardTrack } from '#shared/ranking/board.ts';
import type { Round } from '#shared/round/round.ts';
import { BoardBar, comparable } from './BoardBar.tsx';
import { BoardGrid } from './BoardGrid.tsx';
import { CompareDrawer } from './CompareDrawer.tsx';
import { listTrackNotices } from './explanation.ts';
import { useFound } from './use-found.ts';
import { useStability } from './use-stability.ts';
import { RowDrawer, type RenderRowVerbs } from './RowDrawer.tsx';

type RankingBoardsProps = {
  readonly result: RankingView;
  readonly round: Round;
  readonly renderRowVerbs: RenderRowVerbs;
};

/** The board of one track at a time, what must be said above it, and the drawer that explains a row. */
export function RankingBoards({ result, round, renderRowVerbs }: RankingBoardsProps) {
  const { tracks } = result.ranking;
  const [trackId, setTrackId] = useState(tracks[0]?.trackId ?? '');
  const [openId, setOpenId] = useState<string | null>(null);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [comparing, setComparing] = useState(false);
  const [query, setQuery] = useState('');
  const found = useFound(round.id, query);
  const stability = useStability(
    round.id,
    tracks.reduce((sum, { rows }) => sum + rows.length, 0),
    result.resultHash,
  );
  const changeTrack = (id: string): void => {
    setTrackId(id);
    setTicked([]);
  };
  const track = tracks.find((each) => each.trackId === trackId) ?? tracks[0];
  const rubric = round.design.rubrics.find(({ id }) => id === track?.rubricId);
  if (track === undefined || rubric === undefined) return null;
  const row = track.rows.find(({ candidateId }) => candidateId === openId);
  return (
    <>
      <BoardBar
        tracks={tracks}
        track={track}
        onTrack={changeTrack}
        query={query}
        onQuery={setQuery}
        searching={found.loading}
        onPrepare={found.prepare}
        ticked={ticked.length}
        onCompare={() => setComparing(true)}
      />
      <TrackNotices track={track} outstanding={result.outstanding} />
      <div className="office-grid">
        <BoardGrid
          key={track.trackId}
          track={track}
          rubric={rubric}
          onlyTrack={tracks.length === 1}
          onOpen={setOpenId}
          found={found.ids}
          stability={stability}
          onTick={setTicked}
        />
      </div>
      <Fingerprints result={result} />
      <CompareDrawer
        roundId={round.id}
        rows={ticked.length > comparable.to ? [] : track.rows.filter(({ candidateId }) => ticked.includes(candidateId))}
        track={track}
        rubric={rubric}
        open={comparing}
        onClose={() => setComparing(false)}
      />
      <RowDrawer
        row={row}
        track={track}
        rubric={rubric}
        round={round}
        result={result}
        renderVerbs={renderRowVerbs}
        onClose={() => setOpenId(null)}
      />
    </>
  );
}

function TrackNotices({ track, outstanding }: { readonly track: BoardTrack; readonly outstanding: number }) {
  const { t } = useTranslation('office');
  const lines = [
    ...(outstanding > 0 ? [t('ranking.outstanding', { count: outstanding })] : []),
    ...listTrackNotices(track, outstanding === 0).map(({ notice, count }) => t(`ranking.notices.${notice}`, { count })),
  ];
  if (lines.length === 0) return null;
  return (
    <output className="office-note waiting">
      <WarningOutlined aria-hidden="true" />
      <span>{lines.join(' ')}</span>
    </output>
  );
}

/** What anybody can compare after computing the ranking anew. */
function Fingerprints({ result: { policyHash, inputsHash, resultHash } }: { readonly result: RankingView }) {
  const { t } = useTranslation('office');
  return (
    <p className="ranking-hashes" title={t('ranking.fingerprintHint')}>
      <span>{t('ranking.fingerprints')}</span>
      {(
        [
          ['policyHash', policyHash],
          ['inputsHash', inputsHash],
          ['resultHash', resultHash],
        ] as const
      ).map(([name, hash]) => (
        <span key={name}>
          {t(`ranking.${name}`)} <code className="office-code">{hash.slice(0, 16)}</code>
        </span>
      ))}
    </p>
  );
}
