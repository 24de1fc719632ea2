import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedFile } from '#shared/ipc/app-calls.ts';
import type { FormTemplateView } from '#shared/ipc/report-views.ts';
import { missingFacts } from '#shared/reports/facts.ts';
import { earlyForms, formFormats, isDocumentForm, type DocumentForm } from '#shared/reports/forms.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useLoaded } from '../../bridge/use-loaded.ts';
import { Mark } from '../../ui/mark/Mark.tsx';
import { FactsDrawer, type Kept } from './FactsDrawer.tsx';
import { periodOf } from './facts-form.ts';
import { ReportForm, type PageForm } from './ReportForm.tsx';
import { SheetChoice, type Choice } from './SheetChoice.tsx';
import { TemplateDrawer } from './TemplateDrawer.tsx';

/** In the order of the work: what the meeting needs, what is announced, what is filed. */
const forms: readonly PageForm[] = [
  'ranking',
  'summary',
  'notice',
  'opinion',
  'sheet',
  'verification',
  'recusals',
  'pledge',
];
const needFacts: ReadonlySet<PageForm> = new Set(['notice', 'opinion']);

type ReportListProps = {
  readonly roundId: string;
  /** Whether no task has been issued yet: few forms make sense then. */
  readonly early: boolean;
  /** Whether the list is final. */
  readonly locked: boolean;
  readonly aliases: boolean;
  readonly onSaved: (file: SavedFile) => void;
};

/** Every form with its formats, choices and template. */
export function ReportList({ roundId, early, locked, aliases, onSaved }: ReportListProps) {
  const [choice, setChoice] = useState<Choice>({ expertId: null, candidateId: null });
  const [templateOf, setTemplateOf] = useState<DocumentForm | null>(null);
  const [loadedTemplates] = useLoaded(useCallback(() => bridge.listFormTemplates({}), []));
  const [changed, setChanged] = useState<readonly FormTemplateView[] | null>(null);
  const templates = changed ?? (loadedTemplates.state === 'ready' ? loadedTemplates.value : []);
  const facts = useFacts(roundId);
  return (
    <>
      {forms
        .filter((form) => !early || earlyForms.has(form))
        .map((form) => (
          <ReportForm
            key={form}
            roundId={roundId}
            form={form}
            formats={formFormats[form]}
            aliases={aliases}
            choice={form === 'sheet' ? choice : null}
            onSaved={onSaved}
            verbs={
              <>
                {needFacts.has(form) && <FactsButton onOpen={facts.open} />}
                {isDocumentForm(form) && (
                  <TemplateButton form={form} templates={templates} onOpen={() => setTemplateOf(form)} />
                )}
              </>
            }
          >
            {form === 'sheet' && <SheetChoice roundId={roundId} choice={choice} onChange={setChoice} />}
            {form === 'notice' && <NoticeState kept={facts.kept} locked={locked} />}
          </ReportForm>
        ))}
      <TemplateDrawer
        form={templateOf}
        templates={templates}
        onClose={() => setTemplateOf(null)}
        onChanged={setChanged}
      />
      <FactsDrawer roundId={roundId} kept={facts.opened} onClose={facts.close} onSaved={facts.keep} />
    </>
  );
}

type Facts = {
  readonly kept: Kept | null;
  readonly opened: Kept | null;
  readonly open: () => void;
  readonly close: () => void;
  readonly keep: (kept: Kept) => void;
};

/** The facts as they are kept, and whether their drawer is open. */
function useFacts(roundId: string): Facts {
  const [loaded] = useLoaded(useCallback(() => bridge.getFormFacts({ roundId }), [roundId]));
  const [saved, setSaved] = useState<Kept | null>(null);
  const [open, setOpen] = useState(false);
  const kept = saved ?? (loaded.state === 'ready' ? loaded.value : null);
  return {
    kept,
    opened: open ? kept : null,
    open: () => setOpen(true),
    close: () => setOpen(false),
    keep: (changed) => {
      setSaved(changed);
      setOpen(false);
    },
  };
}

function FactsButton({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useTranslation('office');
  return <Button onClick={onOpen}>{t('reports.facts.open')}</Button>;
}

/** What stands against publishing the notice as it is. */
function NoticeState({ kept, locked }: { readonly kept: Kept | null; readonly locked: boolean }) {
  const { t } = useTranslation('office');
  const missing = kept !== null && missingFacts(kept.facts).length > 0;
  const period = kept === null ? null : periodOf(kept.facts, kept.holidays);
  const years = period?.ok === true ? period.value.years : [];
  if (locked && !missing && years.length === 0) return null;
  return (
    <p className="report-marks">
      {!locked && <Mark tone="warned">{t('reports.facts.notLocked')}</Mark>}
      {missing && <Mark tone="warned">{t('reports.facts.missing')}</Mark>}
      {years.length > 0 && <Mark tone="warned">{t('reports.facts.holidays', { years: years.join('、') })}</Mark>}
    </p>
  );
}

type TemplateButtonProps = {
  readonly form: DocumentForm;
  readonly templates: readonly FormTemplateView[];
  readonly onOpen: () => void;
};

function TemplateButton({ form, templates, onOpen }: TemplateButtonProps) {
  const { t } = useTranslation('office');
  const own = templates.find((template) => template.form === form);
  return (
    <>
      <Button type="text" onClick={onOpen}>
        {t('reports.template.open')}
        <span className="only-read">{t(`reports.forms.${form}`)}</span>
      </Button>
      {own !== undefined && <span className="office-faint">{t('reports.template.own', { name: own.name })}</span>}
    </>
  );
}
