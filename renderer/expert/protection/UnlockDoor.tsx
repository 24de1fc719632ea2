import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bridge } from '../../bridge/bridge.ts';
import { useAction } from '../../bridge/use-action.ts';
import { DoorForm } from './DoorForm.tsx';
import { takeHome, useHome } from './home-store.ts';
import { PassphraseField } from './PassphraseField.tsx';
import { StartAnew } from './StartAnew.tsx';

/** Asks for the passphrase; nothing of the work shows before. */
export function UnlockDoor() {
  const { t } = useTranslation('expert');
  const why = useHome((state) => state.why);
  const [passphrase, setPassphrase] = useState('');
  const [forgotten, setForgotten] = useState(false);
  const unlock = useAction(bridge.unlockHome);
  const submit = async (): Promise<void> => {
    const home = await unlock.run({ passphrase });
    if (home !== null) takeHome({ ok: true, value: home });
  };
  return (
    <DoorForm
      title={t('protection.unlock.title')}
      hints={[...(why === null || why === 'asked' ? [] : [t(`protection.locked.${why}`)]), t('protection.unlock.hint')]}
      verb={t('protection.unlock.verb')}
      busyText={unlock.busy ? t('protection.unlock.busy') : null}
      failure={unlock.failure}
      onSubmit={() => void submit()}
      more={
        <Button type="text" size="large" onClick={() => setForgotten(true)} disabled={unlock.busy}>
          {t('protection.unlock.forgotten')}
        </Button>
      }
    >
      <PassphraseField
        first
        label={t('protection.passphrase')}
        value={passphrase}
        onChange={(typed) => {
          setPassphrase(typed);
          unlock.clear();
        }}
      />
      {forgotten && <StartAnew onClose={() => setForgotten(false)} />}
    </DoorForm>
  );
}
