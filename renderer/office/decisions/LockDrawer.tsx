import { Button, Checkbox, Drawer, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cleanText } from '#shared/base/text.ts';
import type { LockStateView } from '#shared/ipc/decision-views.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useAction } from '../../bridge/use-action.ts';
import { useSentence } from '../../text/language.ts';
import { Field } from '../../ui/field/Field.tsx';
import { noticeDone } from '../../ui/notice/notices.ts';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import './decisions.css';

type LockDrawerProps = {
  readonly roundId: string;
  readonly state: LockStateView;
  readonly open: boolean;
  readonly onChanged: () => void;
  readonly onClose: () => void;
};

/** Locks a round with the admin's signature, or reopens a locked one with a reason. */
export function LockDrawer({ open, onClose, state, ...rest }: LockDrawerProps) {
  const { t } = useTranslation('office');
  return (
    <Drawer
      title={state.locked ? t('decisions.lock.reopen') : t('decisions.lock.title')}
      open={open}
      onClose={onClose}
      size="large"
      destroyOnHidden
    >
      {state.locked ? <Reopen {...rest} onClose={onClose} /> : <Lock {...rest} state={state} onClose={onClose} />}
    </Drawer>
  );
}

type FormProps = Pick<LockDrawerProps, 'roundId' | 'onChanged' | 'onClose'>;

function Lock({ roundId, state, onChanged, onClose }: FormProps & { readonly state: LockStateView }) {
  const { t } = useTranslation('office');
  const sentence = useSentence();
  const [note, setNote] = useState('');
  const [accepted, setAccepted] = useState(false);
  const lock = useAction(bridge.lockRound);
  const ready = state.blockers.length === 0 && (state.outstanding === 0 || accepted);

  async function submit(): Promise<void> {
    const done = await lock.run({ roundId, note: cleanText(note).trim(), acceptOutstanding: accepted });
    if (done === null) return;
    noticeDone(t('decisions.lock.done'));
    onClose();
    onChanged();
  }

  return (
    <>
      <p className="decision-lead">{t('decisions.lock.hint')}</p>
      {state.blockers.length > 0 && (
        <>
          <p>{t('decisions.lock.blockers')}</p>
          <ul className="decision-blockers">
            {state.blockers.map((blocker) => (
              <li key={blocker.code}>{sentence(blocker)}</li>
            ))}
          </ul>
        </>
      )}
      {state.outstanding > 0 && (
        <Checkbox checked={accepted} onChange={({ target }) => setAccepted(target.checked)}>
          {t('decisions.lock.outstanding', { count: state.outstanding })}
        </Checkbox>
      )}
      <NoteField label={t('decisions.lock.note')} value={note} onChange={setNote} />
      {lock.failure !== null && <ErrorPanel failure={lock.failure} />}
      <div className="office-drawer-verbs">
        <Button type="primary" size="large" disabled={!ready} loading={lock.busy} onClick={() => void submit()}>
          {t('decisions.lock.confirm')}
        </Button>
      </div>
    </>
  );
}

function Reopen({ roundId, onChanged, onClose }: FormProps) {
  const { t } = useTranslation('office');
  const [note, setNote] = useState('');
  const reopen = useAction(bridge.reopenRound);
  const tidy = cleanText(note).trim();

  async function submit(): Promise<void> {
    const done = await reopen.run({ roundId, note: tidy });
    if (done === null) return;
    noticeDone(t('decisions.lock.reopened'));
    onClose();
    onChanged();
  }

  return (
    <>
      <p className="decision-lead">{t('decisions.lock.reopenHint')}</p>
      <NoteField label={t('decisions.lock.reopenNote')} value={note} onChange={setNote} />
      {reopen.failure !== null && <ErrorPanel failure={reopen.failure} />}
      <div className="office-drawer-verbs">
        <Button danger size="large" disabled={tidy === ''} loading={reopen.busy} onClick={() => void submit()}>
          {t('decisions.lock.reopen')}
        </Button>
      </div>
    </>
  );
}

type NoteFieldProps = { readonly label: string; readonly value: string; readonly onChange: (value: string) => void };

function NoteField({ label, value, onChange }: NoteFieldProps) {
  return (
    <Field label={label}>
      {(names) => (
        <Input.TextArea
          {...names}
          autoSize={{ minRows: 3, maxRows: 10 }}
          maxLength={5000}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
