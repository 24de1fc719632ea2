import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Grant } from '#shared/ipc/app-calls.ts';
import type { Round } from '#shared/round/round.ts';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { Loading } from '../../ui/page/Loading.tsx';
import { takeFiles, useOffice } from '../office-store.ts';
import { ChooseFile } from './ChooseFile.tsx';
import { isFor, readFile, usePreview, type ImportTarget } from './preview-store.ts';
import { PreviewHeader } from './PreviewHeader.tsx';
import { PreviewPanes } from './PreviewPanes.tsx';
import './preview.css';

type ImportPageProps = { readonly what: ImportTarget['what']; readonly round: Round };

/** Choose a spreadsheet, look at what it would bring, mend what is held, take the rest. */
export function ImportPage({ what, round }: ImportPageProps) {
  const { t } = useTranslation('office');
  const { target, file, preview, reading, failure } = usePreview();
  const mine = isFor(target, what, round.id);
  const waiting = useOffice(({ files }) => files.length > 0);
  useEffect(() => {
    const [first] = waiting ? takeFiles() : [];
    if (first !== undefined) void readFile(makeTarget(what, round.id, null), first);
  }, [waiting, what, round.id]);

  const read = (chosen: Grant): void => void readFile(makeTarget(what, round.id, null), chosen);
  const chooseTrack = (trackId: string | null): void => {
    if (mine && file !== null) void readFile(makeTarget(what, round.id, trackId), file);
  };
  return (
    <div className="office-page">
      <PreviewHeader
        what={what}
        round={round}
        target={mine ? target : null}
        preview={mine ? preview : null}
        onFile={read}
        onTrack={chooseTrack}
      />
      {mine && failure !== null && (
        <div className="office-error">
          <ErrorPanel failure={failure} />
        </div>
      )}
      {mine && reading && <Loading />}
      {mine && preview !== null && <PreviewPanes key={preview.id} preview={preview} />}
      {(!mine || (preview === null && !reading)) && <ChooseFile what={what} onFile={read} />}
      <p className="only-read" aria-live="polite">
        {mine && reading ? t('preview.reading') : ''}
      </p>
    </div>
  );
}

function makeTarget(what: ImportTarget['what'], roundId: string, trackId: string | null): ImportTarget {
  return what === 'experts' ? { what, roundId } : { what, roundId, trackId };
}
