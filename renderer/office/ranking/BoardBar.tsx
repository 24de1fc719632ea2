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
  /** How many rows are ticked. */
  readonly ticked: number;
  readonly onCompare: () => void;
};

/** Fewest and most candidates that stand side by side. */
export const comparable = { from: 2, to: 5 } as const;

/** Over the board: which track, whom to find, whom to compare. */
export function BoardBar({ tracks, track, onTrack, query, onQuery, ticked, onCompare }: BoardBarProps) {
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
        prefix={<SearchOutlined aria-hidden="true" />}
        allowClear
        className="ranking-search"
        aria-label={t('decisions.search')}
        placeholder={t('decisions.search')}
        value={query}
        onChange={({ target }) => onQuery(target.value)}
      />
      <Button className="end" disabled={!fits} title={t('decisions.compareHint')} onClick={onCompare}>
        {t('decisions.compare')}
      </Button>
    </div>
  );
}
