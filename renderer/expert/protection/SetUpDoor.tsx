import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bridge } from '../../bridge/bridge.ts';
import { useAction } from '../../bridge/use-action.ts';
import { DoorForm } from './DoorForm.tsx';
import { takeHome } from './home-store.ts';
import { PassphraseField } from './PassphraseField.tsx';

type SetUpDoorProps = {
  /** Work of an earlier version lies here and is encrypted along. */
  readonly upgrade: boolean;
};

/** Asks once for a passphrase of the expert's own, and says what it is for. */
export function SetUpDoor({ upgrade }: SetUpDoorProps) {
  const { t } = useTranslation('expert');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [differ, setDiffer] = useState(false);
  const setUp = useAction(bridge.setUpHome);
  const submit = async (): Promise<void> => {
    setDiffer(passphrase !== again);
    if (passphrase !== again) return;
    const home = await setUp.run({ passphrase });
    if (home !== null) takeHome({ ok: true, value: home });
  };
  return (
    <DoorForm
      title={t('protection.setUp.title')}
      hints={[t('protection.setUp.why'), ...(upgrade ? [t('protection.setUp.upgrade')] : [])]}
      verb={t('protection.setUp.verb')}
      busyText={setUp.busy ? t('protection.setUp.busy') : null}
      failure={setUp.failure}
      onSubmit={() => void submit()}
    >
      <PassphraseField
        first
        label={t('protection.passphrase')}
        hint={t('protection.rule')}
        value={passphrase}
        onChange={setPassphrase}
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
    </DoorForm>
  );
}
