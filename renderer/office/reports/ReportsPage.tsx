import WarningOutlined from '@ant-design/icons/es/icons/WarningOutlined';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedFile } from '#shared/ipc/app-calls.ts';
import type { ExportForm, ExportFormat } from '#shared/ipc/office-calls.ts';
import type { RoundView } from '#shared/ipc/office-views.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useAction } from '../../bridge/use-action.ts';
import { noticeDone, noticeFailure } from '../../ui/notice/notices.ts';
import { EmptyState } from '../../ui/page/EmptyState.tsx';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { PageHeader } from '../../ui/page/PageHeader.tsx';
import { openPage } from '../office-store.ts';
import './reports.css';
import { focusWhenScrolling } from '../../ui/scroll/focus-when-scrolling.ts';

type ReportForm = Exclude<ExportForm, 'slip'>;

/** The forms of this page with their formats; activation slips belong to 下发. */
const forms: readonly { readonly form: ReportForm; readonly formats: readonly ExportFormat[] }[] = [
  { form: 'ranking', formats: ['xlsx', 'pdf', 'csv'] },
  { form: 'summary', formats: ['xlsx', 'csv'] },
];

/** 导出: what each form contains, and what was exported just now. */
export function ReportsPage({ view }: { readonly view: RoundView }) {
  const { t } = useTranslation('office');
  if (view.round.status === 'draft')
    return (
      <div className="office-page">
        <PageHeader title={t('shell.stages.reports')} />
        <EmptyState
          title={t('reports.draftTitle')}
          hint={t('reports.draftHint')}
          action={
            <Button type="primary" onClick={() => openPage('tasks')}>
              {t('reports.toTasks')}
            </Button>
          }
        />
      </div>
    );
  return <Reports view={view} />;
}

function Reports({ view: { round, counts } }: { readonly view: RoundView }) {
  const { t } = useTranslation('office');
  const [saved, setSaved] = useState<readonly SavedFile[]>([]);
  const missing = counts.tasksIssued - counts.expertsReturned;
  return (
    <div className="office-page">
      <PageHeader title={t('shell.stages.reports')} hint={t('reports.hint')} />
      {missing > 0 && (
        <p className="office-note waiting">
          <WarningOutlined aria-hidden="true" />
          <span>{t('reports.outstanding', { count: missing })}</span>
        </p>
      )}
      <div className="office-scroll" ref={focusWhenScrolling}>
        {forms.map(({ form, formats }, index) => (
          <ReportForm
            key={form}
            roundId={round.id}
            form={form}
            formats={formats}
            main={index === 0}
            onSaved={(file) => setSaved((before) => [file, ...before])}
          />
        ))}
        {saved.length > 0 && <SavedFiles files={saved} />}
      </div>
    </div>
  );
}

type ReportFormProps = {
  readonly roundId: string;
  readonly form: ReportForm;
  readonly formats: readonly ExportFormat[];
  /** Whether its first format is the filled button of the page. */
  readonly main: boolean;
  readonly onSaved: (file: SavedFile) => void;
};

function ReportForm({ roundId, form, formats, main, onSaved }: ReportFormProps) {
  const { t } = useTranslation('office');
  const [running, setRunning] = useState<ExportFormat | null>(null);
  const save = useAction(bridge.exportForm);
  const name = t(`reports.forms.${form}`);

  async function submit(format: ExportFormat): Promise<void> {
    setRunning(format);
    const file = await save.run({ roundId, form, format });
    if (file === null) return;
    onSaved(file);
    noticeDone(t('reports.saved', { form: name }));
  }

  return (
    <section className="report-form">
      <h2>{name}</h2>
      <p>{t(`reports.contents.${form}`)}</p>
      <div className="report-verbs">
        {formats.map((format, index) => (
          <Button
            key={format}
            type={main && index === 0 ? 'primary' : 'default'}
            disabled={save.busy && running !== format}
            loading={save.busy && running === format}
            title={t(`reports.formatHints.${format}`)}
            onClick={() => void submit(format)}
          >
            {t('reports.export', { format: t(`reports.formats.${format}`) })}
            <span className="only-read">{name}</span>
          </Button>
        ))}
      </div>
      {save.failure !== null && <ErrorPanel failure={save.failure} />}
    </section>
  );
}

function SavedFiles({ files }: { readonly files: readonly SavedFile[] }) {
  const { t } = useTranslation(['office', 'common']);

  async function show(id: string): Promise<void> {
    const shown = await bridge.showSavedFile({ id });
    if (!shown.ok) noticeFailure(shown.error);
  }

  return (
    <section className="report-form" aria-live="polite">
      <h2>{t('reports.savedFiles')}</h2>
      <ul>
        {files.map(({ id, name, place }) => (
          <li key={id} className="report-saved">
            <span>{name}</span>
            <span className="office-faint">{t('reports.savedIn', { place })}</span>
            <Button type="link" onClick={() => void show(id)}>
              {t('common:showInFolder')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
