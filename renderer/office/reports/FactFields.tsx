import { DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { FormFacts } from '#shared/reports/facts.ts';
import { Field } from '../../ui/field/Field.tsx';
import { isMissing } from './facts-form.ts';

export type FactProps = { readonly facts: FormFacts; readonly change: (part: Partial<FormFacts>) => void };
type TextFact = Exclude<keyof FormFacts, 'workingDays' | 'daysOff' | 'noticeUntil'>;
type FactLineProps = FactProps & { readonly name: TextFact; readonly maximum: number; readonly hint?: string };

/** A fact of one line; one that the notice cannot do without says so while it is empty. */
export function FactLine({ facts, change, name, maximum, hint }: FactLineProps) {
  const { t } = useTranslation('office');
  return (
    <Field label={t(`reports.facts.${name}`)} hint={isMissing(facts, name) ? t('reports.facts.required') : hint}>
      {(names) => (
        <Input
          {...names}
          value={facts[name]}
          maxLength={maximum}
          onChange={({ target }) => change({ [name]: target.value })}
        />
      )}
    </Field>
  );
}

/** A fact that is a day. */
export function FactDay({ facts, change, name }: FactProps & { readonly name: TextFact }) {
  const { t } = useTranslation('office');
  return (
    <Field label={t(`reports.facts.${name}`)} hint={isMissing(facts, name) ? t('reports.facts.required') : undefined}>
      {(names) => (
        <DatePicker
          {...names}
          format="YYYY-MM-DD"
          value={facts[name] === '' ? null : dayjs(facts[name])}
          onChange={(value) => change({ [name]: value === null ? '' : value.format('YYYY-MM-DD') })}
        />
      )}
    </Field>
  );
}
