import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { EmptyState } from '../../ui/page/EmptyState.tsx';
import { Loading } from '../../ui/page/Loading.tsx';
import { PdfReader } from './pdf-reader.ts';
import { PdfToolbar } from './PdfToolbar.tsx';
import './pdf-view.css';

type PdfViewProps = {
  readonly address: string;
  readonly name: string;
  readonly startPage: number;
  readonly onPage: (page: number) => void;
};

/** Keeps a reader on an element as long as the address stays the same. */
function useReader(address: string, startPage: number) {
  const container = useRef<HTMLDivElement>(null);
  const [reader, setReader] = useState<PdfReader | null>(null);
  const firstPage = useRef(startPage);
  useEffect(() => {
    if (container.current === null) return undefined;
    const opened = new PdfReader(container.current);
    // The reader lives as long as the element, so that it can only be made once the element is there.
    setReader(opened);
    void opened.open(address, firstPage.current);
    return () => opened.close();
  }, [address]);
  return { container, reader };
}

function PdfCover({ reader, onPage }: { readonly reader: PdfReader; readonly onPage: (page: number) => void }) {
  const { t } = useTranslation('expert');
  const { state, page } = useStore(reader.store);
  useEffect(() => {
    if (state === 'ready') onPage(page);
  }, [state, page, onPage]);
  if (state === 'ready') return null;
  return (
    <div className="pdf-cover">
      {state === 'loading' ? (
        <Loading />
      ) : (
        <EmptyState title={t('dossier.unreadable')} hint={t('dossier.unreadableHint')} />
      )}
    </div>
  );
}

/** A PDF with its toolbar. The element must stay empty for React: pdf.js fills it. */
export function PdfView({ address, name, startPage, onPage }: PdfViewProps) {
  const { container, reader } = useReader(address, startPage);
  return (
    <div className="pdf-view">
      <section className="pdf-frame" aria-label={name}>
        {/* pdf.js wants a div. Scrolled by keyboard, so it takes the focus. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div ref={container} className="pdf-container" data-dossier-scroll tabIndex={0}>
          <div className="pdfViewer" />
        </div>
        {reader !== null && <PdfCover reader={reader} onPage={onPage} />}
      </section>
      {reader !== null && <PdfToolbar reader={reader} />}
    </div>
  );
}
