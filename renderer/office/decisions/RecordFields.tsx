import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { decisionReasons, findReason } from '#shared/decisions/reasons.ts';
import { useLanguage } from '../../text/language.ts';
import { Field } from '../../ui/field/Field.tsx';
import type { RecordDraft } from './record-fields.ts';

type RecordFieldsProps = { readonly draft: RecordDraft; readonly onChange: (draft: RecordDraft) => void };

/** Ground, explanation, minutes and names: the same for every decision. */
export function RecordFields({ draft, onChange }: RecordFieldsProps) {
  const { t } = useTranslation('office');
  const language = useLanguage();
  const put = (part: Partial<RecordDraft>): void => onChange({ ...draft, ...part });
  return (
    <>
      <Field label={t('decisions.form.reason')}>
        {(names) => (
          <Select
            {...names}
            className="decision-wide"
            value={draft.reason}
            onChange={(value: string) => put({ reason: findReason(value) ?? draft.reason })}
            options={Object.entries(decisionReasons).map(([value, { zh, en }]) => ({
              value,
              label: language === 'en' ? en : zh,
            }))}
          />
        )}
      </Field>
      <Field label={t('decisions.form.note')} hint={t('decisions.form.noteHint')}>
        {(names) => (
          <Input.TextArea
            {...names}
            autoSize={{ minRows: 3, maxRows: 10 }}
            maxLength={5000}
            value={draft.note}
            onChange={({ target }) => put({ note: target.value })}
          />
        )}
      </Field>
      <Field label={t('decisions.form.minutes')} hint={t('decisions.form.minutesHint')}>
        {(names) => (
          <Input
            {...names}
            maxLength={120}
            value={draft.minutes}
            onChange={({ target }) => put({ minutes: target.value })}
          />
        )}
      </Field>
      <Field label={t('decisions.form.people')} hint={t('decisions.form.peopleHint')}>
        {(names) => (
          <Select
            {...names}
            mode="tags"
            className="decision-wide"
            open={false}
            suffixIcon={null}
            tokenSeparators={['、', '，', ',', ';', '；']}
            value={[...draft.people]}
            onChange={(people: string[]) => put({ people })}
          />
        )}
      </Field>
    </>
  );
}
