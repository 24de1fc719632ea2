import SearchOutlined from '@ant-design/icons/es/icons/SearchOutlined';
import { Button, Checkbox, Input, Popconfirm, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Round } from '#shared/round/round.ts';
import { bridge } from '../../bridge/bridge.ts';
import { noticeDone, noticeFailure } from '../../ui/notice/notices.ts';
import type { CandidateFilter } from './candidate-rows.ts';

type CandidateBarProps = {
  readonly round: Round;
  readonly filter: CandidateFilter;
  readonly onFilter: (filter: CandidateFilter) => void;
  readonly shown: number;
  readonly count: number;
  /** Ids of the rows that are ticked. */
  readonly selected: readonly string[];
  readonly onRemoved: () => void;
};

/** Search, filters, and what can be done with the ticked rows. */
export function CandidateBar({ round, filter, onFilter, shown, count, selected, onRemoved }: CandidateBarProps) {
  const { t } = useTranslation('office');
  const { tracks } = round.design;
  return (
    <div className="office-bar">
      <Input
        prefix={<SearchOutlined aria-hidden="true" />}
        allowClear
        className="candidate-search"
        aria-label={t('candidates.search')}
        placeholder={t('candidates.search')}
        value={filter.search}
        onChange={({ target }) => onFilter({ ...filter, search: target.value })}
      />
      {tracks.length > 1 && (
        <Select
          aria-label={t('candidates.trackFilter')}
          value={filter.trackId ?? ''}
          popupMatchSelectWidth={false}
          onChange={(id) => onFilter({ ...filter, trackId: id === '' ? null : id })}
          options={[
            { value: '', label: t('shell.allTracks') },
            ...tracks.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <Checkbox
        checked={filter.withoutDossier}
        onChange={({ target }) => onFilter({ ...filter, withoutDossier: target.checked })}
      >
        {t('candidates.withoutDossier')}
      </Checkbox>
      <span className="end office-faint" aria-live="polite">
        {shown < count && t('candidates.shown', { shown, count })}
      </span>
      {selected.length > 0 && <RemoveSelected roundId={round.id} selected={selected} onRemoved={onRemoved} />}
    </div>
  );
}

type RemoveSelectedProps = { readonly roundId: string } & Pick<CandidateBarProps, 'selected' | 'onRemoved'>;

function RemoveSelected({ roundId, selected, onRemoved }: RemoveSelectedProps) {
  const { t } = useTranslation(['office', 'common']);
  const count = selected.length;

  async function remove(): Promise<void> {
    const result = await bridge.removeCandidates({ roundId, candidateIds: [...selected] });
    if (!result.ok) return noticeFailure(result.error);
    noticeDone(t('candidates.removed', { count }));
    onRemoved();
  }

  return (
    <Popconfirm
      title={t('candidates.removeTitle', { count })}
      description={t('candidates.removeText')}
      okText={t('common:remove')}
      cancelText={t('common:cancel')}
      okButtonProps={{ danger: true }}
      onConfirm={() => void remove()}
    >
      <Button>{t('candidates.remove', { count })}</Button>
    </Popconfirm>
  );
}
