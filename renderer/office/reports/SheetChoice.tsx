import { Select } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { bridge } from '../../bridge/bridge.ts';
import { useLoaded } from '../../bridge/use-loaded.ts';
import { matchesSearch } from '../match-search.ts';

/** Which score sheets: of one expert, of one candidate, of both; null stands for all. */
export type Choice = { readonly expertId: string | null; readonly candidateId: string | null };

type SheetChoiceProps = {
  readonly roundId: string;
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
};

/** One expert's whole set, everybody's sheets for one candidate, or all. */
export function SheetChoice({ roundId, choice, onChange }: SheetChoiceProps) {
  const { t } = useTranslation('office');
  const [experts] = useLoaded(useCallback(() => bridge.listExperts({ roundId }), [roundId]));
  const [candidates] = useLoaded(useCallback(() => bridge.listCandidates({ roundId }), [roundId]));
  const people = experts.state === 'ready' ? experts.value : [];
  const things = candidates.state === 'ready' ? candidates.value : [];
  return (
    <div className="report-choice">
      <OneOrAll
        label={t('reports.sheetExpert')}
        all={t('reports.sheetAllExperts')}
        value={choice.expertId}
        options={people.map(({ id, name, search }) => ({ value: id, label: name, search }))}
        onChange={(expertId) => onChange({ ...choice, expertId })}
      />
      <OneOrAll
        label={t('reports.sheetCandidate')}
        all={t('reports.sheetAllCandidates')}
        value={choice.candidateId}
        options={things.map(({ id, code, name, search }) => ({ value: id, label: `${code} ${name}`, search }))}
        onChange={(candidateId) => onChange({ ...choice, candidateId })}
      />
    </div>
  );
}

type OneOrAllProps = {
  readonly label: string;
  readonly all: string;
  readonly value: string | null;
  readonly options: readonly { readonly value: string; readonly label: string; readonly search: string }[];
  readonly onChange: (id: string | null) => void;
};

function OneOrAll({ label, all, value, options, onChange }: OneOrAllProps) {
  return (
    <Select
      aria-label={label}
      value={value ?? ''}
      showSearch={{ filterOption: (query, option) => matchesSearch(option?.search ?? '', query) }}
      onChange={(id: string) => onChange(id === '' ? null : id)}
      options={[{ value: '', label: all, search: all }, ...options]}
    />
  );
}
