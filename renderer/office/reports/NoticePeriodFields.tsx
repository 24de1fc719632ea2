import { DatePicker, Input, InputNumber } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { FormFacts } from '#shared/reports/facts.ts';
import type { readHolidays, Span } from '#shared/reports/holidays.ts';
import { officialDate } from '#shared/reports/working-days.ts';
import { Field } from '../../ui/field/Field.tsx';
import { Mark } from '../../ui/mark/Mark.tsx';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { FactDay, type FactProps } from './FactFields.tsx';
import { periodOf } from './facts-form.ts';

/** Days as they are typed: of this round, and the holidays of all rounds. */
type Typed = { readonly days: string; readonly holidays: string };

type NoticePeriodProps = FactProps & {
  readonly typed: Typed;
  readonly onType: (typed: Typed) => void;
  /** What was read of them. */
  readonly holidays: ReturnType<typeof readHolidays>;
  readonly daysFault: string | null;
};

/** How long the notice stands: its first day, the working days asked for, the last day, and the days off between. */
export function NoticePeriodFields({ typed, onType, holidays, daysFault, ...form }: NoticePeriodProps) {
  const { t } = useTranslation('office');
  return (
    <>
      <div className="report-columns">
        <FactDay {...form} name="noticeFrom" />
        <WorkingDays {...form} />
      </div>
      <NoticeUntil {...form} holidays={holidays.spans} />
      <Period facts={form.facts} holidays={holidays.spans} />
      <Field label={t('reports.facts.daysOff')} hint={t('reports.facts.daysOffHint')} fault={faultText(daysFault)}>
        {(names) => (
          <Input {...names} value={typed.days} onChange={({ target }) => onType({ ...typed, days: target.value })} />
        )}
      </Field>
      <Field
        label={t('reports.facts.allHolidays')}
        hint={t('reports.facts.allHolidaysHint')}
        fault={faultText(holidays.fault)}
      >
        {(names) => (
          <Input.TextArea
            {...names}
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={typed.holidays}
            onChange={({ target }) => onType({ ...typed, holidays: target.value })}
          />
        )}
      </Field>
    </>
  );

  function faultText(fault: string | null): string | null {
    return fault === null ? null : t('reports.facts.daysOffFault', { text: fault });
  }
}

function WorkingDays({ facts, change }: FactProps) {
  const { t } = useTranslation('office');
  return (
    <Field label={t('reports.facts.workingDays')}>
      {(names) => (
        <InputNumber
          {...names}
          min={1}
          max={60}
          precision={0}
          value={facts.workingDays}
          onChange={(value) => change({ workingDays: value ?? 5 })}
        />
      )}
    </Field>
  );
}

/** The last day, which may be chosen; empty, it is worked out. */
function NoticeUntil({ facts, change, holidays }: FactProps & { readonly holidays: readonly Span[] }) {
  const { t } = useTranslation('office');
  const period = periodOf({ ...facts, noticeUntil: '' }, holidays);
  const suggested = period?.ok === true ? period.value.suggested : null;
  const { workingDays: days } = facts;
  return (
    <Field
      label={t('reports.facts.noticeUntil')}
      hint={suggested === null ? undefined : t('reports.facts.noticeUntilHint', { days, last: suggested })}
    >
      {(names) => (
        <DatePicker
          {...names}
          format="YYYY-MM-DD"
          placeholder={suggested ?? ''}
          value={facts.noticeUntil === '' ? null : dayjs(facts.noticeUntil)}
          onChange={(value) => change({ noticeUntil: value === null ? '' : value.format('YYYY-MM-DD') })}
        />
      )}
    </Field>
  );
}

/** How long the notice stands, worked out while one types. */
function Period({ facts, holidays }: { readonly facts: FormFacts; readonly holidays: readonly Span[] }) {
  const { t } = useTranslation('office');
  const period = periodOf(facts, holidays);
  if (period === null) return <p className="office-faint report-period">{t('reports.facts.periodUnknown')}</p>;
  if (!period.ok) return <ErrorPanel failure={period.error} />;
  const { first, last, years, workingDays } = period.value;
  const shown = { first: officialDate(first), last: officialDate(last), days: workingDays };
  return (
    <div className="report-period" aria-live="polite">
      <p>{t('reports.facts.period', shown)}</p>
      {workingDays < facts.workingDays && (
        <Mark tone="warned">{t('reports.facts.shorter', { days: facts.workingDays })}</Mark>
      )}
      {years.length > 0 && <Mark tone="warned">{t('reports.facts.holidays', { years: years.join('、') })}</Mark>}
    </div>
  );
}
