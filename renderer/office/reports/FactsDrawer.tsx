import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tidyDocumentNumber, type FormFacts } from '#shared/reports/facts.ts';
import { readHolidays, writeHolidays, type Span } from '#shared/reports/holidays.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useAction } from '../../bridge/use-action.ts';
import { noticeDone } from '../../ui/notice/notices.ts';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { tidyLine } from '../tidy-line.ts';
import { FactDay, FactLine } from './FactFields.tsx';
import { readDays } from './facts-form.ts';
import { NoticePeriodFields } from './NoticePeriodFields.tsx';

/** What is kept: with the round, and with the workspace. */
export type Kept = { readonly facts: FormFacts; readonly holidays: readonly Span[] };

type FactsDrawerProps = {
  readonly roundId: string;
  /** What is kept now; null while the drawer is closed. */
  readonly kept: Kept | null;
  readonly onClose: () => void;
  readonly onSaved: (kept: Kept) => void;
};

/** 公示信息 in the drawer. */
export function FactsDrawer({ roundId, kept, onClose, onSaved }: FactsDrawerProps) {
  const { t } = useTranslation('office');
  return (
    <Drawer title={t('reports.facts.title')} open={kept !== null} onClose={onClose} size="large" destroyOnHidden>
      {kept !== null && <FactsForm roundId={roundId} before={kept} onSaved={onSaved} />}
    </Drawer>
  );
}

type FactsFormProps = {
  readonly roundId: string;
  readonly before: Kept;
  readonly onSaved: (kept: Kept) => void;
};

function FactsForm({ roundId, before, onSaved }: FactsFormProps) {
  const { t } = useTranslation('office');
  const [facts, setFacts] = useState(before.facts);
  const [typed, setTyped] = useState({
    days: before.facts.daysOff.join('、'),
    holidays: writeHolidays(before.holidays),
  });
  const save = useAction(bridge.saveFormFacts);
  const keepHolidays = useAction(bridge.saveHolidays);
  const { days, fault } = readDays(typed.days);
  const holidays = readHolidays(typed.holidays);
  const failure = keepHolidays.failure ?? save.failure;
  const change = (part: Partial<FormFacts>): void => setFacts((now) => ({ ...now, ...part }));
  const form = { facts: { ...facts, daysOff: [...days] }, change };

  async function submit(): Promise<void> {
    const spans = await keepHolidays.run({ holidays: [...holidays.spans].map(([first, last]) => [first, last]) });
    if (spans === null) return;
    const saved = await save.run({ roundId, facts: tidy(form.facts) });
    if (saved === null) return;
    noticeDone(t('reports.facts.saved'));
    onSaved({ facts: saved, holidays: spans });
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
      <NoticePeriodFields {...form} typed={typed} holidays={holidays} daysFault={fault} onType={setTyped} />
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
      {failure !== null && <ErrorPanel failure={failure} />}
      <div className="office-drawer-verbs">
        <Button
          type="primary"
          size="large"
          disabled={fault !== null || holidays.fault !== null}
          loading={keepHolidays.busy || save.busy}
          onClick={() => void submit()}
        >
          {t('reports.facts.save')}
        </Button>
      </div>
    </>
  );
}

/** Lines without what a paste may bring along. */
function tidy(facts: FormFacts): FormFacts {
  const { office, basis, contact, phone, address, postcode, email, reviewedAt } = facts;
  const lines = { office, basis, contact, phone, address, postcode, email, reviewedAt };
  const tidied = Object.fromEntries(Object.entries(lines).map(([name, value]) => [name, tidyLine(value)]));
  return { ...facts, ...tidied, documentNumber: tidyDocumentNumber(tidyLine(facts.documentNumber)) };
}
