import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { suiteSchema, suites, type SuiteName } from '#shared/packages/suite.ts';
import { FieldGroup } from '../../ui/field/Field.tsx';

type SuiteChoiceProps = { readonly suite: SuiteName; readonly onChange: (suite: SuiteName) => void };

/** How the keys of the workspace sign, for good; the national suite with the notice that it is no certified product. */
export function SuiteChoice({ suite, onChange }: SuiteChoiceProps) {
  const { t } = useTranslation('office');
  return (
    <FieldGroup
      label={t('doors.suite.label')}
      hint={t(suites[suite].national ? 'doors.suite.notCertified' : 'doors.suite.hint')}
    >
      <Radio.Group
        value={suite}
        onChange={({ target }) => onChange(suiteSchema.parse(target.value))}
        options={suiteSchema.options.map((name) => ({ value: name, label: t(`doors.suite.${name}`) }))}
      />
    </FieldGroup>
  );
}
