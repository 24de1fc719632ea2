import { Button, DatePicker, Input, Radio } from 'antd';
import DeleteOutlined from '@ant-design/icons/es/icons/DeleteOutlined';
import { useTranslation } from 'react-i18next';
import type { Eligibility, Round } from '#shared/round/round.ts';
import { Field, FieldGroup } from '../../ui/field/Field.tsx';
import { fromPicker, toPicker } from '../picker-time.ts';
import { putDraft, type DesignEditor, type RoundDraft } from './round-store.ts';

type BasicsPartProps = { readonly round: Round; readonly draft: RoundDraft; readonly editor: DesignEditor };

/** Title, deadline, eligibility and what experts read before they start. */
export function BasicsPart({ round, draft, editor }: BasicsPartProps) {
  const { t } = useTranslation(['office', 'common']);
  return (
    <div className="round-form">
      <p className="round-facts-line">
        {t('round.basics.kind')} {t(`common:kind.${round.design.kind}`)} · {t('round.basics.mode')}{' '}
        {t(`common:mode.${round.mode}`)}
      </p>
      <Field label={t('round.basics.title')}>
        {(names) => (
          <Input
            {...names}
            value={draft.title}
            maxLength={120}
            onChange={({ target }) => putDraft({ ...draft, title: target.value })}
          />
        )}
      </Field>
      <Field label={t('round.basics.deadline')}>
        {(names) => (
          <DatePicker
            {...names}
            showTime={{ format: 'HH:mm' }}
            format="YYYY-MM-DD HH:mm"
            value={toPicker(draft.deadline)}
            onChange={(time) => putDraft({ ...draft, deadline: fromPicker(time) })}
          />
        )}
      </Field>
      <EligibilityField
        eligibility={editor.design.eligibility}
        onChange={(eligibility) => editor.edit({ ...editor.design, eligibility })}
      />
      <Field label={t('round.basics.instructions')} hint={t('round.basics.instructionsHint')}>
        {(names) => (
          <Input.TextArea
            {...names}
            value={editor.design.instructions}
            maxLength={5000}
            autoSize={{ minRows: 6, maxRows: 24 }}
            onChange={({ target }) => editor.edit({ ...editor.design, instructions: target.value })}
          />
        )}
      </Field>
    </div>
  );
}

type EligibilityFieldProps = {
  readonly eligibility: Eligibility;
  readonly onChange: (eligibility: Eligibility) => void;
};

function EligibilityField({ eligibility, onChange }: EligibilityFieldProps) {
  const { t } = useTranslation('office');
  const { match, conditions } = eligibility;
  const put = (next: readonly string[]): void => onChange({ ...eligibility, conditions: [...next] });
  return (
    <FieldGroup
      label={t('round.basics.eligibility')}
      hint={conditions.length === 0 ? t('round.basics.noConditions') : undefined}
    >
      {conditions.length > 1 && (
        <Radio.Group
          className="round-gap"
          value={match}
          onChange={({ target }) => onChange({ ...eligibility, match: target.value === 'any' ? 'any' : 'all' })}
          options={[
            { value: 'all', label: t('round.basics.matchAll') },
            { value: 'any', label: t('round.basics.matchAny') },
          ]}
        />
      )}
      {conditions.map((condition, index) => (
        <Condition
          // Conditions are plain lines; their place is all that tells them apart.
          key={index}
          number={index + 1}
          text={condition}
          onChange={(text) => put(conditions.with(index, text))}
          onRemove={() => put(conditions.toSpliced(index, 1))}
        />
      ))}
      <div className="round-act">
        <Button disabled={conditions.length >= 30} onClick={() => put([...conditions, ''])}>
          {t('round.basics.addCondition')}
        </Button>
      </div>
    </FieldGroup>
  );
}

type ConditionProps = {
  readonly number: number;
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onRemove: () => void;
};

function Condition({ number, text, onChange, onRemove }: ConditionProps) {
  const { t } = useTranslation('office');
  const name = t('round.basics.condition', { number });
  return (
    <div className="round-line">
      <Input aria-label={name} value={text} maxLength={300} onChange={({ target }) => onChange(target.value)} />
      <Button
        type="text"
        className="round-act"
        icon={<DeleteOutlined />}
        aria-label={t('round.rubric.removeItem', { name })}
        onClick={onRemove}
      />
    </div>
  );
}
