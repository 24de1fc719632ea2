import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../ui/field/Field.tsx';
import { Mark, type MarkTone } from '../../ui/mark/Mark.tsx';
import type { NewWorkspace } from './new-workspace.ts';
import { ratePassphrase, type PassphraseStrength } from './passphrase.ts';

type PassphraseFieldsProps = {
  readonly typed: NewWorkspace;
  readonly faults: readonly (keyof NewWorkspace)[];
  readonly onChange: (part: Partial<NewWorkspace>) => void;
};

/** The passphrase of a new workspace, twice, with a hint of its strength. */
export function PassphraseFields({ typed, faults, onChange }: PassphraseFieldsProps) {
  const { t } = useTranslation('office');
  return (
    <>
      <Field
        label={t('doors.passphrase')}
        hint={<StrengthHint strength={ratePassphrase(typed.passphrase)} />}
        fault={faults.includes('passphrase') ? t('doors.strength.short') : null}
      >
        {(names) => (
          <Input.Password
            {...names}
            value={typed.passphrase}
            autoComplete="new-password"
            onChange={({ target }) => onChange({ passphrase: target.value })}
          />
        )}
      </Field>
      <Field label={t('doors.again')} fault={faults.includes('again') ? t('doors.differ') : null}>
        {(names) => (
          <Input.Password
            {...names}
            value={typed.again}
            autoComplete="new-password"
            onChange={({ target }) => onChange({ again: target.value })}
          />
        )}
      </Field>
    </>
  );
}

const tones: Readonly<Record<PassphraseStrength, MarkTone>> = {
  empty: 'plain',
  short: 'refused',
  weak: 'warned',
  fair: 'plain',
  strong: 'done',
};

function StrengthHint({ strength }: { readonly strength: PassphraseStrength }) {
  const { t } = useTranslation('office');
  if (strength === 'empty') return t('doors.strength.empty');
  return <Mark tone={tones[strength]}>{t(`doors.strength.${strength}`)}</Mark>;
}
