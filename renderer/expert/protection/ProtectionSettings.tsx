import { Button, Radio } from 'antd';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { lockAfterChoices, type LockAfter } from '#shared/ipc/home-calls.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useAction } from '../../bridge/use-action.ts';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { FieldGroup } from '../../ui/field/Field.tsx';
import { noticeDone, noticeFailure } from '../../ui/notice/notices.ts';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { takeHome, useHome } from './home-store.ts';
import { PassphraseField } from './PassphraseField.tsx';

function IdleChoice() {
  const { t } = useTranslation('expert');
  const lockAfter = useHome((state) => state.home?.lockAfter ?? null);
  const choose = async (next: LockAfter): Promise<void> => {
    const result = await bridge.setHomeLock({ lockAfter: next });
    if (result.ok) takeHome(result);
    else noticeFailure(result.error);
  };
  return (
    <FieldGroup label={t('protection.settings.idle')} hint={t('protection.settings.system')}>
      <Radio.Group
        value={lockAfter}
        onChange={({ target }) => {
          const next = lockAfterChoices.find((choice) => choice === target.value);
          if (next !== undefined) void choose(next);
        }}
        options={lockAfterChoices.map((minutes) => ({
          value: minutes,
          label: minutes === null ? t('protection.settings.never') : t('protection.settings.minutes', { minutes }),
        }))}
      />
    </FieldGroup>
  );
}

/** 更改口令: the key is wrapped anew, which takes a second however much lies under it. */
function ChangePassphrase({ onChanged }: { readonly onChanged: () => void }) {
  const { t } = useTranslation('expert');
  const [present, setPresent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [differ, setDiffer] = useState(false);
  const change = useAction(bridge.changeHomePassphrase);
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setDiffer(next !== again);
    if (next !== again) return;
    const changed = await change.run({ present, next });
    if (changed === null) return;
    noticeDone(t('protection.settings.changed'));
    onChanged();
  };
  return (
    <form className="protection-change" onSubmit={(event) => void submit(event)}>
      <h3>{t('protection.settings.change')}</h3>
      <PassphraseField label={t('protection.settings.present')} value={present} onChange={setPresent} />
      <PassphraseField
        label={t('protection.settings.next')}
        hint={t('protection.rule')}
        value={next}
        onChange={setNext}
      />
      <PassphraseField
        label={t('protection.again')}
        fault={differ ? t('protection.differ') : null}
        value={again}
        onChange={(typed) => {
          setAgain(typed);
          setDiffer(false);
        }}
      />
      {change.failure !== null && <ErrorPanel failure={change.failure} />}
      <Button htmlType="submit" loading={change.busy} disabled={present === '' || next === ''}>
        {t('protection.settings.changeVerb')}
      </Button>
    </form>
  );
}

/** 本机保护: when it locks by itself, and the passphrase. */
export function ProtectionSettings({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('expert');
  return (
    <Dialog title={t('protection.settings.title')} onClose={onClose}>
      <IdleChoice />
      <ChangePassphrase onChanged={onClose} />
    </Dialog>
  );
}
