import LoadingOutlined from '@ant-design/icons/es/icons/LoadingOutlined';
import SearchOutlined from '@ant-design/icons/es/icons/SearchOutlined';
import { Button, Input, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BoardTrack } from '#shared/ranking/board.ts';

type BoardBarProps = {
  readonly tracks: readonly BoardTrack[];
  readonly track: BoardTrack;
  readonly onTrack: (trackId: string) => void;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Whether what candidates can be found by is still on its way. */
  readonly searching: boolean;
  /** Said when somebody is about to look for a candidate. */
  readonly onPrepare: () => void;
  /** How many rows are ticked. */
  readonly ticked: number;
  readonly onCompare: () => void;
};

/** Fewest and most candidates that stand side by side. */
export const comparable = { from: 2, to: 5 } as const;

/** Over the board: which track, whom to find, whom to compare. */
export function BoardBar(props: BoardBarProps) {
  const { tracks, track, onTrack, query, onQuery, searching, onPrepare, ticked, onCompare } = props;
  const { t } = useTranslation('office');
  const fits = ticked >= comparable.from && ticked <= comparable.to;
  return (
    <div className="office-bar">
      {tracks.length > 1 && (
        <Segmented
          aria-label={t('ranking.tracks')}
          value={track.trackId}
          onChange={onTrack}
          options={tracks.map((each) => ({ value: each.trackId, label: `${each.name} ${each.rows.length}` }))}
        />
      )}
      <Input
        prefix={searching ? <LoadingOutlined aria-hidden="true" /> : <SearchOutlined aria-hidden="true" />}
        allowClear
        className="ranking-search"
        aria-label={t('decisions.search')}
        placeholder={t('decisions.search')}
        value={query}
        onFocus={onPrepare}
        onChange={({ target }) => onQuery(target.value)}
      />
      <Button className="end" disabled={!fits} title={t('decisions.compareHint')} onClick={onCompare}>
        {t('decisions.compare')}
      </Button>
    </div>
  );
}
