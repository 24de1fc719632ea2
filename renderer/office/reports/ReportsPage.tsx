import InfoCircleOutlined from '@ant-design/icons/es/icons/InfoCircleOutlined';
import WarningOutlined from '@ant-design/icons/es/icons/WarningOutlined';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedFile } from '#shared/ipc/app-calls.ts';
import type { RoundView } from '#shared/ipc/office-views.ts';
import type { ExportOutcome } from '#shared/ipc/report-views.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useAction } from '../../bridge/use-action.ts';
import { noticeFailure } from '../../ui/notice/notices.ts';
import { PageHeader } from '../../ui/page/PageHeader.tsx';
import { focusWhenScrolling } from '../../ui/scroll/focus-when-scrolling.ts';
import { openPage } from '../office-store.ts';
import { BatchExport } from './BatchExport.tsx';
import { ReportList } from './ReportList.tsx';
import { SavedFiles } from './SavedFiles.tsx';
import './reports.css';

/** 导出: every form with what it is for, all of them at once, and what was exported just now. */
export function ReportsPage({ view: { round, counts } }: { readonly view: RoundView }) {
  const { t } = useTranslation('office');
  const [saved, setSaved] = useState<readonly SavedFile[]>([]);
  const [aliases, setAliases] = useState(false);
  const [outcome, setOutcome] = useState<ExportOutcome | null>(null);
  const batch = useAction(bridge.exportForms);
  const early = round.status === 'draft';
  const missing = counts.tasksIssued - counts.expertsReturned;

  async function exportAll(): Promise<void> {
    const chosen = await bridge.chooseFiles({ purpose: 'export-folder' });
    if (!chosen.ok) return noticeFailure(chosen.error);
    const [folder] = chosen.value;
    if (folder === undefined) return;
    setOutcome(null);
    setOutcome(await batch.run({ roundId: round.id, folder: folder.id, aliases }));
  }

  return (
    <div className="office-page">
      <PageHeader title={t('shell.stages.reports')} hint={t('reports.hint')}>
        {!early && (
          <>
            <Checkbox
              checked={aliases}
              title={t('reports.aliasesHint')}
              onChange={({ target }) => setAliases(target.checked)}
            >
              {t('reports.aliases')}
            </Checkbox>
            <Button
              type="primary"
              title={t('reports.batch.hint')}
              loading={batch.busy}
              onClick={() => void exportAll()}
            >
              {t('reports.batch.start')}
            </Button>
          </>
        )}
      </PageHeader>
      {early && <DraftNote />}
      {!early && missing > 0 && (
        <p className="office-note waiting">
          <WarningOutlined aria-hidden="true" />
          <span>{t('reports.outstanding', { count: missing })}</span>
        </p>
      )}
      <div className="office-scroll" ref={focusWhenScrolling}>
        <BatchExport batch={batch} outcome={outcome} />
        {saved.length > 0 && <SavedFiles files={saved} />}
        <ReportList
          roundId={round.id}
          early={early}
          locked={round.status === 'locked'}
          aliases={aliases}
          onSaved={(file) => setSaved((before) => [file, ...before])}
        />
      </div>
    </div>
  );
}

/** What can be printed before issuing, and where the rest comes from. */
function DraftNote() {
  const { t } = useTranslation('office');
  return (
    <div className="office-note">
      <InfoCircleOutlined aria-hidden="true" />
      <div>
        <p>{t('reports.draftTitle')}</p>
        <p className="office-faint">
          {t('reports.draftNote')}
          <Button type="link" onClick={() => openPage('tasks')}>
            {t('reports.toTasks')}
          </Button>
        </p>
      </div>
    </div>
  );
}
