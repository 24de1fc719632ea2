import SearchOutlined from '@ant-design/icons/es/icons/SearchOutlined';
import { DatePicker, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { eventKinds, type EventKind } from '#shared/trace/event-kinds.ts';
import { listLogRounds, listPeople, type LogFilter, type LogLine } from './filter-log.ts';

type LogBarProps = {
  readonly lines: readonly LogLine[];
  readonly shown: number;
  readonly filter: LogFilter;
  readonly onFilter: (filter: LogFilter) => void;
};

const day = 'YYYY-MM-DD';

/** Search and filters over the log. */
export function LogBar({ lines, shown, filter, onFilter }: LogBarProps) {
  const { t } = useTranslation('office');
  const kinds = useMemo(() => eventKinds.filter((kind) => lines.some((line) => line.kind === kind)), [lines]);
  return (
    <div className="office-bar">
      <Input
        prefix={<SearchOutlined aria-hidden="true" />}
        allowClear
        className="log-search"
        aria-label={t('trace.search')}
        placeholder={t('trace.search')}
        value={filter.search}
        onChange={({ target }) => onFilter({ ...filter, search: target.value })}
      />
      <Select<EventKind | ''>
        aria-label={t('trace.kind')}
        value={filter.kind ?? ''}
        popupMatchSelectWidth={false}
        onChange={(kind) => onFilter({ ...filter, kind: kind === '' ? null : kind })}
        options={[
          { value: '', label: t('trace.kinds.all') },
          ...kinds.map((value) => ({ value, label: t(`trace.kinds.${value}`) })),
        ]}
      />
      <WhoAndWhere lines={lines} filter={filter} onFilter={onFilter} />
      <Day name="from" filter={filter} onFilter={onFilter} />
      <Day name="to" filter={filter} onFilter={onFilter} />
      <span className="end office-faint" aria-live="polite">
        {shown < lines.length && t('trace.shown', { shown, count: lines.length })}
      </span>
    </div>
  );
}

const everyRound = '*';

function WhoAndWhere({ lines, filter, onFilter }: Omit<LogBarProps, 'shown'>) {
  const { t } = useTranslation('office');
  const people = useMemo(() => listPeople(lines), [lines]);
  const rounds = useMemo(() => listLogRounds(lines), [lines]);
  return (
    <>
      <Select
        aria-label={t('trace.person')}
        value={filter.who ?? ''}
        popupMatchSelectWidth={false}
        onChange={(who) => onFilter({ ...filter, who: who === '' ? null : who })}
        options={[{ value: '', label: t('trace.allPersons') }, ...people.map((value) => ({ value, label: value }))]}
      />
      <Select
        aria-label={t('trace.round')}
        className="log-round"
        value={filter.roundId ?? everyRound}
        popupMatchSelectWidth={false}
        onChange={(id) => onFilter({ ...filter, roundId: id === everyRound ? null : id })}
        options={[
          { value: everyRound, label: t('trace.allRounds') },
          ...rounds.map(({ id, title }) => ({ value: id, label: title })),
          { value: '', label: t('trace.noRound') },
        ]}
      />
    </>
  );
}

type DayProps = Pick<LogBarProps, 'filter' | 'onFilter'> & { readonly name: 'from' | 'to' };

function Day({ name, filter, onFilter }: DayProps) {
  const { t } = useTranslation('office');
  const value = filter[name];
  return (
    <DatePicker
      aria-label={t(`trace.${name}`)}
      placeholder={t(`trace.${name}`)}
      format={day}
      value={value === null ? null : dayjs(value)}
      onChange={(chosen: Dayjs | null) => onFilter({ ...filter, [name]: chosen?.format(day) ?? null })}
    />
  );
}
