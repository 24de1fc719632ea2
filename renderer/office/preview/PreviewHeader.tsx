import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Grant } from '#shared/ipc/app-calls.ts';
import type { ImportPreview } from '#shared/ipc/office-views.ts';
import type { Round } from '#shared/round/round.ts';
import { noticeDone, noticeFailure } from '../../ui/notice/notices.ts';
import { PageHeader } from '../../ui/page/PageHeader.tsx';
import { openPage, refreshRound } from '../office-store.ts';
import { ChooseButton } from './ChooseFile.tsx';
import { isRefused } from './preview-rows.ts';
import { clearPreview, takeRows, type ImportTarget } from './preview-store.ts';

type PreviewHeaderProps = {
  readonly what: ImportTarget['what'];
  readonly round: Round;
  readonly target: ImportTarget | null;
  readonly preview: ImportPreview | null;
  readonly onFile: (file: Grant) => void;
  readonly onTrack: (trackId: string | null) => void;
};

/** Title with the file's name, and the verbs: track, another file, discard, take. */
export function PreviewHeader({ what, round, target, preview, onFile, onTrack }: PreviewHeaderProps) {
  const { t } = useTranslation('office');
  const discard = (): void => {
    clearPreview();
    openPage(what);
  };
  return (
    <PageHeader
      title={t(what === 'candidates' ? 'preview.candidatesTitle' : 'preview.expertsTitle')}
      hint={preview?.fileName}
    >
      {target?.what === 'candidates' && round.design.tracks.length > 1 && (
        <Select
          aria-label={t('preview.trackLabel')}
          value={target.trackId ?? ''}
          popupMatchSelectWidth={false}
          onChange={(id) => onTrack(id === '' ? null : id)}
          options={[
            { value: '', label: t('preview.trackFromSheet') },
            ...round.design.tracks.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      {preview !== null && <ChooseButton what={what} onFile={onFile} label={t('preview.chooseOther')} />}
      <Button onClick={discard}>{t(preview === null ? 'preview.back' : 'preview.cancel')}</Button>
      {target !== null && preview !== null && <TakeButton target={target} preview={preview} />}
    </PageHeader>
  );
}

type TakeButtonProps = { readonly target: ImportTarget; readonly preview: ImportPreview };

/** The one filled button; it says how many rows it takes and how many it holds. */
function TakeButton({ target, preview }: TakeButtonProps) {
  const { t } = useTranslation('office');
  const [busy, setBusy] = useState(false);
  const { takeable: count, held } = preview;

  async function submit(): Promise<void> {
    setBusy(true);
    const outcome = await takeRows(target, preview);
    setBusy(false);
    if (!outcome.ok) return noticeFailure(outcome.error);
    const { taken, held: left } = outcome.value;
    noticeDone(
      left === 0 ? t('preview.taken', { count: taken }) : t('preview.takenAndHeld', { count: taken, held: left }),
    );
    openPage(target.what);
    await refreshRound();
  }

  const label = held === 0 ? t('preview.take', { count }) : t('preview.takeAndHold', { count, held });
  return (
    <Button type="primary" disabled={count === 0 || isRefused(preview)} loading={busy} onClick={() => void submit()}>
      {count === 0 ? t('preview.takeNone') : label}
    </Button>
  );
}
