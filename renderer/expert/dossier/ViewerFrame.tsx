import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { DossierFile } from '#shared/candidates/candidate.ts';
import { bridge } from '../../bridge/bridge.ts';
import type { ForwardedKey, Showing, ViewerLook } from '../../bridge/viewer-messages.ts';
import { parseKeys } from '../../ui/keyboard/match-keys.ts';
import { EmptyState } from '../../ui/page/EmptyState.tsx';
import { Loading } from '../../ui/page/Loading.tsx';
import { useAppearance } from '../../ui/theme/appearance.ts';
import { newViewerAddress, ViewerLink } from './viewer-link.ts';
import { ViewerToolbar } from './ViewerToolbar.tsx';

type ViewerFrameProps = {
  readonly address: string;
  readonly file: DossierFile;
  readonly show: Showing;
  readonly startPage: number;
  readonly onPage: (page: number) => void;
};

/** What the root element wears now (appearance.ts puts it there). */
function lookNow(): ViewerLook {
  const { dataset, lang } = document.documentElement;
  return { theme: dataset['theme'] ?? '', text: dataset['text'] ?? '', lang };
}

/** Presses a key in the page for the frame, if the frame really has the focus. */
function pressFor(frame: HTMLIFrameElement | null, key: ForwardedKey): void {
  if (frame === null || document.activeElement !== frame) return;
  const { ctrl, shift, key: name } = parseKeys(key);
  document.dispatchEvent(new KeyboardEvent('keydown', { key: name, ctrlKey: ctrl, shiftKey: shift, cancelable: true }));
}

/** Files dragged over the frame belong to the page: the frame steps aside until the pointer moves freely again. */
function stepAside(frame: HTMLIFrameElement | null): void {
  const place = frame?.parentElement;
  if (place === null || place === undefined) return;
  place.dataset['dragging'] = '';
  const stepBack = new AbortController();
  for (const event of ['drop', 'dragend', 'pointermove'] as const)
    document.addEventListener(
      event,
      () => {
        delete place.dataset['dragging'];
        stepBack.abort();
      },
      { signal: stepBack.signal },
    );
}

/** Keeps a frame and the line to it, as long as the file stays the same. */
function useLink({ address, file, show, startPage }: ViewerFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [link, setLink] = useState<ViewerLink | null>(null);
  const [source] = useState(newViewerAddress);
  const first = useRef({ show, mediaType: file.mediaType, name: file.name, page: startPage });
  useEffect(() => {
    const opened = new ViewerLink(
      { address, ...first.current },
      {
        onKey: (key) => pressFor(frame.current, key),
        onDragging: () => stepAside(frame.current),
        onReading: () => void bridge.noteReading({}),
      },
    );
    // The line lives as long as the frame, so that it can only be made once the frame is there.
    setLink(opened);
    return () => opened.close();
  }, [address]);
  useEffect(() => useAppearance.subscribe(() => link?.send({ do: 'look', look: lookNow() })), [link]);
  const connect = useCallback(() => {
    const view = frame.current?.contentWindow;
    if (view !== null && view !== undefined) void link?.connect(view, lookNow());
  }, [link]);
  return { frame, link, source, connect };
}

function Cover({ link, onPage }: { readonly link: ViewerLink; readonly onPage: (page: number) => void }) {
  const { t } = useTranslation('expert');
  const { state, page } = useStore(link.store);
  useEffect(() => {
    if (state === 'ready') onPage(page);
  }, [state, page, onPage]);
  if (state === 'ready') return null;
  return (
    <div className="viewer-cover">
      {state === 'loading' ? (
        <Loading />
      ) : (
        <EmptyState title={t('dossier.unreadable')} hint={t('dossier.unreadableHint')} />
      )}
    </div>
  );
}

/** Lets PageUp and PageDown read on in the frame, wherever the focus is. */
function useScrolling(link: ViewerLink | null) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    const { current } = place;
    const scroll = (event: Event): void => {
      event.preventDefault();
      if (event instanceof CustomEvent) link?.send({ do: 'scroll', way: event.detail === 1 ? 1 : -1 });
    };
    current?.addEventListener('dossierscroll', scroll);
    return () => current?.removeEventListener('dossierscroll', scroll);
  }, [link]);
  return place;
}

/**
 * A file of the dossier in a frame that is sandboxed, of no origin and in a process of its own: whatever the file holds,
 * it meets neither the bridge nor the network. The bar below belongs to the page.
 */
export function ViewerFrame(props: ViewerFrameProps) {
  const { file, show, onPage } = props;
  const { frame, link, source, connect } = useLink(props);
  const place = useScrolling(link);
  return (
    <div className="viewer">
      <section ref={place} className="viewer-frame" aria-label={file.name} data-dossier-scroll>
        {link !== null && (
          <iframe
            ref={frame}
            sandbox="allow-scripts"
            referrerPolicy="no-referrer"
            title={file.name}
            src={source}
            onLoad={connect}
          />
        )}
        {link !== null && <Cover link={link} onPage={onPage} />}
      </section>
      {link !== null && <ViewerToolbar link={link} show={show} />}
    </div>
  );
}
