import { Button, Drawer } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Grant } from '#shared/ipc/app-calls.ts';
import type { DossierOutcome } from '#shared/ipc/office-views.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useAction } from '../../bridge/use-action.ts';
import { useProgress } from '../../bridge/use-progress.ts';
import { useSentence } from '../../text/language.ts';
import { Mark } from '../../ui/mark/Mark.tsx';
import { noticeFailure } from '../../ui/notice/notices.ts';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { ProgressBar } from '../../ui/page/ProgressBar.tsx';
import { takeFiles, useOffice } from '../office-store.ts';

type AttachDossiersProps = {
  readonly roundId: string;
  readonly disabled: boolean;
  readonly onChanged: () => void;
};

/** Attaches a folder of dossiers to the candidates and reports what belongs to nobody. */
export function AttachDossiers({ roundId, disabled, onChanged }: AttachDossiersProps) {
  const { t } = useTranslation('office');
  const [open, setOpen] = useState(false);
  const attach = useAction(bridge.attachDossiers);
  const [outcome, setOutcome] = useState<DossierOutcome | null>(null);
  const { run } = attach;

  const start = useCallback(
    async (folder: Grant): Promise<void> => {
      setOpen(true);
      setOutcome(null);
      const done = await run({ roundId, folder: folder.id });
      if (done === null) return;
      setOutcome(done);
      onChanged();
    },
    [run, roundId, onChanged],
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
      <Button disabled={disabled} onClick={() => setOpen(true)}>
        {t('candidates.attach')}
      </Button>
      <Drawer title={t('candidates.attachTitle')} open={open} onClose={() => setOpen(false)} size="large">
        <p>{t('candidates.attachHint')}</p>
        <p className="candidate-report">
          <Button type="primary" loading={attach.busy} onClick={() => void choose()}>
            {attach.busy ? t('candidates.attaching') : t('candidates.attachChoose')}
          </Button>
        </p>
        <AttachProgress busy={attach.busy} />
        {attach.failure !== null && <ErrorPanel failure={attach.failure} />}
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

/** What was attached, what belongs to nobody, and what cannot be used with the reason. */
function AttachReport({ outcome }: { readonly outcome: DossierOutcome }) {
  const { t } = useTranslation('office');
  const sentence = useSentence();
  const { attached, candidates, unmatched, refused } = outcome;
  return (
    <div role="status">
      <p className="candidate-report">
        <Mark tone={attached > 0 ? 'done' : 'plain'}>
          {attached > 0 ? t('candidates.attached', { count: attached, candidates }) : t('candidates.attachedNone')}
        </Mark>
      </p>
      {unmatched.length > 0 && (
        <section className="candidate-report">
          <h2>
            {t('candidates.unmatched')} {unmatched.length}
          </h2>
          <p className="office-faint">{t('candidates.unmatchedHint')}</p>
          <ul>
            {unmatched.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </section>
      )}
      {refused.length > 0 && (
        <section className="candidate-report">
          <h2>
            {t('candidates.refused')} {refused.length}
          </h2>
          <ul>
            {refused.map(({ name, code }) => (
              <li key={name}>
                {name}：{sentence({ code })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
