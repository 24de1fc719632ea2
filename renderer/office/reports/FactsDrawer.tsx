import { Button, DatePicker, Drawer, Input, InputNumber } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tidyDocumentNumber, type FormFacts } from '#shared/reports/facts.ts';
import { officialDate } from '#shared/reports/working-days.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useAction } from '../../bridge/use-action.ts';
import { Field } from '../../ui/field/Field.tsx';
import { noticeDone } from '../../ui/notice/notices.ts';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { tidyLine } from '../tidy-line.ts';
import { isMissing, periodOf, readDays } from './facts-form.ts';

type FactsDrawerProps = {
  readonly roundId: string;
  /** What is kept now; null while the drawer is closed. */
  readonly facts: FormFacts | null;
  readonly onClose: () => void;
  readonly onSaved: (facts: FormFacts) => void;
};

/** 公示信息 in the drawer. */
export function FactsDrawer({ roundId, facts, onClose, onSaved }: FactsDrawerProps) {
  const { t } = useTranslation('office');
  return (
    <Drawer title={t('reports.facts.title')} open={facts !== null} onClose={onClose} size="large" destroyOnHidden>
      {facts !== null && <FactsForm roundId={roundId} before={facts} onSaved={onSaved} />}
    </Drawer>
  );
}

type FactsFormProps = {
  readonly roundId: string;
  readonly before: FormFacts;
  readonly onSaved: (facts: FormFacts) => void;
};

function FactsForm({ roundId, before, onSaved }: FactsFormProps) {
  const { t } = useTranslation('office');
  const [facts, setFacts] = useState(before);
  const [daysText, setDaysText] = useState(before.daysOff.join('、'));
  const save = useAction(bridge.saveFormFacts);
  const { days, fault } = readDays(daysText);
  const change = (part: Partial<FormFacts>): void => setFacts((now) => ({ ...now, ...part }));
  const form = { facts: { ...facts, daysOff: [...days] }, change };

  async function submit(): Promise<void> {
    const saved = await save.run({ roundId, facts: tidy(form.facts) });
    if (saved === null) return;
    noticeDone(t('reports.facts.saved'));
    onSaved(saved.facts);
  }

  return (
    <>
      <p className="office-faint">{t('reports.facts.hint')}</p>
      <h3 className="report-heading">{t('reports.facts.signed')}</h3>
      <FactLine {...form} name="office" maximum={60} />
      <FactLine {...form} name="documentNumber" maximum={40} hint={t('reports.facts.documentNumberHint')} />
      <FactLine {...form} name="basis" maximum={200} hint={t('reports.facts.basisHint')} />
      <FactDay {...form} name="dated" />
      <h3 className="report-heading">{t('reports.facts.announced')}</h3>
      <div className="report-columns">
        <FactDay {...form} name="noticeFrom" />
        <WorkingDays {...form} />
      </div>
      <Field
        label={t('reports.facts.daysOff')}
        hint={t('reports.facts.daysOffHint')}
        fault={fault === null ? null : t('reports.facts.daysOffFault', { text: fault })}
      >
        {(names) => <Input {...names} value={daysText} onChange={({ target }) => setDaysText(target.value)} />}
      </Field>
      <Period facts={form.facts} />
      <h3 className="report-heading">{t('reports.facts.objections')}</h3>
      <FactLine {...form} name="contact" maximum={60} />
      <FactLine {...form} name="phone" maximum={60} />
      <FactLine {...form} name="address" maximum={120} />
      <div className="report-columns">
        <FactLine {...form} name="postcode" maximum={10} />
        <FactLine {...form} name="email" maximum={80} />
      </div>
      <h3 className="report-heading">{t('reports.facts.review')}</h3>
      <div className="report-columns">
        <FactDay {...form} name="reviewedOn" />
        <FactLine {...form} name="reviewedAt" maximum={80} />
      </div>
      {save.failure !== null && <ErrorPanel failure={save.failure} />}
      <div className="office-drawer-verbs">
        <Button type="primary" size="large" disabled={fault !== null} loading={save.busy} onClick={() => void submit()}>
          {t('reports.facts.save')}
        </Button>
      </div>
    </>
  );
}

type FactProps = { readonly facts: FormFacts; readonly change: (part: Partial<FormFacts>) => void };
type TextFact = Exclude<keyof FormFacts, 'workingDays' | 'daysOff'>;
type FactLineProps = FactProps & { readonly name: TextFact; readonly maximum: number; readonly hint?: string };

/** A fact of one line; one that the notice cannot do without says so while it is empty. */
function FactLine({ facts, change, name, maximum, hint }: FactLineProps) {
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

function FactDay({ facts, change, name }: FactProps & { readonly name: TextFact }) {
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

/** How long the notice stands, worked out while one types. */
function Period({ facts }: { readonly facts: FormFacts }) {
  const { t } = useTranslation('office');
  const period = periodOf(facts);
  if (period === null) return <p className="office-faint report-period">{t('reports.facts.periodUnknown')}</p>;
  const { first, last, years } = period;
  const shown = { first: officialDate(first), last: officialDate(last), days: facts.workingDays };
  return (
    <div className="report-period" aria-live="polite">
      <p>{t('reports.facts.period', shown)}</p>
      {years.length > 0 && <p className="office-faint">{t('reports.facts.holidays', { years: years.join('、') })}</p>}
    </div>
  );
}

/** Lines without what a paste may bring along. */
function tidy(facts: FormFacts): FormFacts {
  const { office, basis, contact, phone, address, postcode, email, reviewedAt } = facts;
  const lines = { office, basis, contact, phone, address, postcode, email, reviewedAt };
  const tidied = Object.fromEntries(Object.entries(lines).map(([name, value]) => [name, tidyLine(value)]));
  return { ...facts, ...tidied, documentNumber: tidyDocumentNumber(tidyLine(facts.documentNumber)) };
}
