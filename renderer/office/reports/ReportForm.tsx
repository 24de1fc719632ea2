import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedFile } from '#shared/ipc/app-calls.ts';
import { publicForms, type ExportForm, type ExportFormat } from '#shared/reports/forms.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useAction } from '../../bridge/use-action.ts';
import { noticeDone } from '../../ui/notice/notices.ts';
import { ExportFailure, ExportProgress } from './ExportProgress.tsx';
import type { Choice } from './SheetChoice.tsx';

/** The forms of this page; activation slips belong to 下发. */
export type PageForm = Exclude<ExportForm, 'slip'>;

type ReportFormProps = {
  readonly roundId: string;
  readonly form: PageForm;
  readonly formats: readonly ExportFormat[];
  readonly aliases: boolean;
  readonly choice: Choice | null;
  readonly onSaved: (file: SavedFile) => void;
  /** What can be chosen before exporting. */
  readonly children?: ReactNode;
  /** Further verbs, after the formats. */
  readonly verbs?: ReactNode;
};

/** One form: what it contains, and a button per format. */
export function ReportForm({ roundId, form, formats, aliases, choice, onSaved, children, verbs }: ReportFormProps) {
  const { t } = useTranslation('office');
  const [running, setRunning] = useState<ExportFormat | null>(null);
  const save = useAction(bridge.exportForm);
  const name = t(`reports.forms.${form}`);

  async function submit(format: ExportFormat): Promise<void> {
    setRunning(format);
    const file = await save.run({ roundId, form, format, aliases, ...choice });
    if (file === null) return;
    onSaved(file);
    noticeDone(t('reports.saved', { form: name }));
  }

  return (
    <section className="report-form">
      <h2>
        {name}
        <span className="report-nature">{publicForms.has(form) ? t('reports.public') : t('reports.internal')}</span>
      </h2>
      <p>{t(`reports.contents.${form}`)}</p>
      {children}
      <div className="report-verbs">
        {formats.map((format) => (
          <Button
            key={format}
            disabled={save.busy && running !== format}
            loading={save.busy && running === format}
            title={t(`reports.formatHints.${format}`)}
            onClick={() => void submit(format)}
          >
            {t('reports.export', { format: t(`reports.formats.${format}`) })}
            <span className="only-read">{name}</span>
          </Button>
        ))}
        {verbs}
      </div>
      {save.busy && <ExportProgress what="exportForm" label={t('reports.exporting', { form: name })} />}
      {save.failure !== null && <ExportFailure failure={save.failure} />}
    </section>
  );
}
