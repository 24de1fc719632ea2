import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Mode } from '#shared/round/round.ts';
import { FieldGroup } from '../../ui/field/Field.tsx';

/** Official or demo: packages of one never enter the other. */
export function ModeChoice({ mode, onChange }: { readonly mode: Mode; readonly onChange: (mode: Mode) => void }) {
  const { t } = useTranslation('office');
  return (
    <FieldGroup
      label={t('overview.wizard.mode')}
      hint={t(mode === 'demo' ? 'overview.wizard.demoHint' : 'overview.wizard.officialHint')}
    >
      <Radio.Group
        value={mode}
        onChange={({ target }) => onChange(target.value === 'demo' ? 'demo' : 'official')}
        options={[
          { value: 'official', label: t('overview.wizard.official') },
          { value: 'demo', label: t('overview.wizard.demo') },
        ]}
      />
    </FieldGroup>
  );
}
