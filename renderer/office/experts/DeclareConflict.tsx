import { Button, Input, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cleanText } from '#shared/base/text.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useAction } from '../../bridge/use-action.ts';
import { noticeDone } from '../../ui/notice/notices.ts';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { useMay } from '../may.ts';
import { matchesSearch } from '../match-search.ts';
import type { Panel } from './load-panel.ts';

type DeclareConflictProps = {
  readonly panel: Panel;
  readonly roundId: string;
  readonly onDeclared: () => void;
};

/** Declares that an expert must not review a candidate, with a note. */
export function DeclareConflict({ panel, roundId, onDeclared }: DeclareConflictProps) {
  const { t } = useTranslation('office');
  const may = useMay('assign');
  const [expertId, setExpertId] = useState<string | null>(null);
  const [candidateId, setCandidateId] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const declare = useAction(bridge.setConflict);
  const experts = useMemo(
    () => panel.experts.map(({ id, name, unit, search }) => ({ value: id, label: `${name} ${unit}`, search })),
    [panel.experts],
  );
  const candidates = useMemo(
    () =>
      panel.candidates.map(({ id, code, name, search }) => ({
        value: id,
        label: `${code} ${name}`,
        search: `${code} ${search}`,
      })),
    [panel.candidates],
  );

  async function submit(): Promise<void> {
    if (expertId === null || candidateId === null) return;
    const tidyNote = cleanText(note).trim();
    const done = await declare.run({ roundId, expertId, candidateId, conflict: true, note: tidyNote });
    if (done === null) return;
    setCandidateId(null);
    setNote('');
    noticeDone(t('experts.conflicts.added'));
    onDeclared();
  }

  return (
    <>
      <div className="office-bar">
        <PersonSelect
          label={t('experts.conflicts.chooseExpert')}
          options={experts}
          value={expertId}
          onChange={setExpertId}
        />
        <PersonSelect
          label={t('experts.conflicts.chooseCandidate')}
          options={candidates}
          value={candidateId}
          onChange={setCandidateId}
        />
        <Input
          className="experts-note"
          aria-label={t('experts.conflicts.note')}
          placeholder={t('experts.conflicts.notePlaceholder')}
          value={note}
          maxLength={500}
          onChange={({ target }) => setNote(target.value)}
          onPressEnter={() => void submit()}
        />
        <Button
          disabled={expertId === null || candidateId === null || !may}
          loading={declare.busy}
          onClick={() => void submit()}
        >
          {t('experts.conflicts.add')}
        </Button>
      </div>
      {declare.failure !== null && (
        <div className="office-error">
          <ErrorPanel failure={declare.failure} />
        </div>
      )}
    </>
  );
}

type Option = { readonly value: string; readonly label: string; readonly search: string };
type PersonSelectProps = {
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
};

/** One of many, found by typing a name or its pinyin. */
function PersonSelect({ label, options, value, onChange }: PersonSelectProps) {
  return (
    <Select
      className="experts-select"
      aria-label={label}
      placeholder={label}
      showSearch={{ filterOption: (query, option) => matchesSearch(option?.search ?? '', query) }}
      value={value}
      onChange={onChange}
      options={[...options]}
    />
  );
}
