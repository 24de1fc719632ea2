import { Button } from 'antd';
import { useEffect, useId, useLayoutEffect, useRef, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Grant } from '#shared/ipc/app-calls.ts';
import type { TaskSummary } from '#shared/ipc/expert-views.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useAction } from '../../bridge/use-action.ts';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { CompareOffice } from './CompareOffice.tsx';
import { caretAfter, codeSymbols, groupCode } from './code-text.ts';
import './code-entry.css';

type CodeFieldProps = {
  readonly text: string;
  readonly invalid: boolean;
  readonly describedBy: string;
  readonly onChange: (text: string) => void;
};

/** The large field; it groups while one types and keeps the caret where it was. */
function CodeField({ text, invalid, describedBy, onChange }: CodeFieldProps) {
  const { t } = useTranslation('expert');
  const input = useRef<HTMLInputElement>(null);
  const caret = useRef<number | null>(null);
  useEffect(() => input.current?.focus(), []);
  useLayoutEffect(() => {
    if (caret.current !== null) input.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });
  return (
    <input
      ref={input}
      className="code-field"
      value={text}
      aria-label={t('code.label')}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      placeholder="XXXX-XXXX-XXXX-XXXX-X"
      onChange={({ target }) => {
        const grouped = groupCode(target.value);
        const place = target.selectionStart ?? target.value.length;
        if (grouped.strange === null) caret.current = caretAfter(target.value.slice(0, place));
        onChange(grouped.text);
      }}
    />
  );
}

type CodeEntryProps = {
  readonly file: Grant;
  readonly onOpened: (task: TaskSummary) => void;
  readonly onCancel: () => void;
};

/**
 * Opens a task package: with the key of the expert's card where it was sealed to it, after the office was compared, else
 * with its activation code.
 */
export function CodeEntry({ file, onOpened, onCancel }: CodeEntryProps) {
  const [office, setOffice] = useState<string | null>(null);
  const opening = useAction(bridge.openTask);
  const opened = useRef(onOpened);
  useEffect(() => {
    opened.current = onOpened;
  });
  useEffect(() => {
    let wanted = true;
    const tryKey = async (): Promise<void> => {
      const result = await bridge.openTask({ file: file.id, code: '' });
      if (!wanted) return;
      if (result.ok) opened.current(result.value);
      else if (result.error.code === 'identity.commission-unconfirmed')
        setOffice(String(result.error.detail?.['fingerprint']));
    };
    void tryKey();
    return () => {
      wanted = false;
    };
  }, [file.id]);
  if (office === null) return <CodeForm file={file} onOpened={onOpened} onCancel={onCancel} />;
  const confirm = async (): Promise<void> => {
    const task = await opening.run({ file: file.id, code: '', commission: office });
    if (task !== null) onOpened(task);
  };
  return (
    <CompareOffice
      file={file.name}
      fingerprint={office}
      busy={opening.busy}
      failure={opening.failure}
      onConfirm={() => void confirm()}
      onCancel={onCancel}
    />
  );
}

/** 输入激活码. What is wrong with the code is said under the field. */
function CodeForm({ file, onOpened, onCancel }: CodeEntryProps) {
  const { t } = useTranslation(['expert', 'common']);
  const [text, setText] = useState('');
  const opening = useAction(bridge.openTask);
  const hintId = useId();
  const { symbols, strange } = groupCode(text);
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const task = await opening.run({ file: file.id, code: text });
    if (task !== null) onOpened(task);
  };
  return (
    <form className="code-entry" onSubmit={(event) => void submit(event)}>
      <h1>{t('code.title')}</h1>
      <p className="code-file">{file.name}</p>
      <CodeField
        text={text}
        invalid={strange !== null || opening.failure !== null}
        describedBy={hintId}
        onChange={(next) => {
          setText(next);
          opening.clear();
        }}
      />
      <p id={hintId} className="code-hint" aria-live="polite">
        {strange === null ? t('code.count', { count: symbols, all: codeSymbols }) : t('code.strange', { strange })}
      </p>
      <p className="code-hint">{t('code.hint')}</p>
      {opening.failure !== null && <ErrorPanel failure={opening.failure} />}
      <div className="code-verbs">
        <Button onClick={onCancel} disabled={opening.busy}>
          {t('common:cancel')}
        </Button>
        <Button type="primary" size="large" htmlType="submit" loading={opening.busy && { delay: 200 }}>
          {t('code.open')}
        </Button>
      </div>
      {opening.busy && <output className="code-hint">{t('code.opening')}</output>}
    </form>
  );
}
