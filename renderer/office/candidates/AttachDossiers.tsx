import { Button, Drawer } from 'antd';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Grant } from '#shared/ipc/app-calls.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useProgress } from '../../bridge/use-progress.ts';
import { noticeFailure } from '../../ui/notice/notices.ts';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { ProgressBar } from '../../ui/page/ProgressBar.tsx';
import { takeFiles, useOffice } from '../office-store.ts';
import { AttachReport } from './AttachReport.tsx';
import { attachFolder, showDossiers, useDossiers } from './dossier-store.ts';

type AttachDossiersProps = {
  readonly roundId: string;
  readonly onChanged: () => void;
};

/** Attaches a folder of dossiers to the candidates and reports what belongs to nobody. */
export function AttachDossiers({ roundId, onChanged }: AttachDossiersProps) {
  const { t } = useTranslation('office');
  const { open, busy, outcome, failure } = useDossiers();
  const start = useCallback(
    async (folder: Grant): Promise<void> => {
      if (await attachFolder(roundId, folder)) onChanged();
    },
    [roundId, onChanged],
  );
  const dropped = useOffice(({ files }) => files.length > 0);
  useEffect(() => {
    const [folder] = dropped ? takeFiles() : [];
    if (folder !== undefined) void start(folder);
  }, [dropped, start]);

  async function choose(): Promise<void> {
    const chosen = await bridge.chooseFiles({ purpose: 'dossiers' });
    if (!chosen.ok) return noticeFailure(chosen.error);
    const [folder] = chosen.value;
    if (folder !== undefined) await start(folder);
  }

  return (
    <>
      <Button onClick={() => showDossiers(true)}>{t('candidates.attach')}</Button>
      <Drawer title={t('candidates.attachTitle')} open={open} onClose={() => showDossiers(false)} size="large">
        <p>{t('candidates.attachHint')}</p>
        <p className="candidate-report">
          <Button type="primary" loading={busy} onClick={() => void choose()}>
            {busy ? t('candidates.attaching') : t('candidates.attachChoose')}
          </Button>
        </p>
        <AttachProgress busy={busy} />
        {failure !== null && <ErrorPanel failure={failure} />}
        {outcome !== null && <AttachReport outcome={outcome} />}
      </Drawer>
    </>
  );
}

function AttachProgress({ busy }: { readonly busy: boolean }) {
  const { t } = useTranslation('office');
  const progress = useProgress('attachDossiers', busy);
  if (progress === null) return null;
  return <ProgressBar {...progress} label={t('candidates.attaching')} />;
}
