import type { PDFDocumentLoadingTask } from 'pdfjs-dist';
import { createStore, type StoreApi } from 'zustand';
import { loadPdfLibrary, pdfAssets, type PdfLibrary } from './pdf-library.ts';
import { readOutline, type Bookmark } from './pdf-outline.ts';

/** What the toolbar of an open PDF shows. */
export type PdfState = {
  readonly state: 'loading' | 'ready' | 'unreadable';
  readonly page: number;
  readonly pages: number;
  /** 1 is the size on paper. */
  readonly scale: number;
  readonly found: { readonly current: number; readonly total: number } | null;
  readonly bookmarks: readonly Bookmark[];
};

/** Scale that follows the width of the pane. */
export const fitWidth = 'page-width';

const noAnnotationForms = 1;
const [smallest, largest, stride] = [0.25, 5, 1.2];

type Viewer = InstanceType<PdfLibrary['viewer']['PDFViewer']>;
type EventBus = InstanceType<PdfLibrary['viewer']['EventBus']>;

/**
 * One PDF in one element, by pdf.js: continuous pages, text that can be selected and searched, links inside the document.
 * Scripts in the document are not run, and links to the outside lead nowhere.
 */
export class PdfReader {
  readonly store: StoreApi<PdfState>;
  readonly #container: HTMLDivElement;
  #viewer: Viewer | null = null;
  #events: EventBus | null = null;
  #task: PDFDocumentLoadingTask | null = null;
  #closed = false;
  #resizing: ResizeObserver | null = null;

  constructor(container: HTMLDivElement) {
    this.#container = container;
    this.store = createStore<PdfState>(() => ({
      state: 'loading',
      page: 1,
      pages: 0,
      scale: 1,
      found: null,
      bookmarks: [],
    }));
  }

  /** Reads the file at an address and shows it from a page on. */
  async open(address: string, page: number): Promise<void> {
    try {
      const [library, response] = await Promise.all([loadPdfLibrary(), fetch(address)]);
      if (!response.ok) throw new Error(`status ${response.status}`);
      const data = await response.arrayBuffer();
      if (!this.#closed) await this.#show(library, data, page);
    } catch {
      if (!this.#closed) this.store.setState({ state: 'unreadable' });
    }
  }

  /** Goes to a page, counted from 1; beyond the ends it goes to the end. */
  goTo(page: number): void {
    if (this.#viewer === null) return;
    this.#viewer.currentPageNumber = Math.min(this.#viewer.pagesCount, Math.max(1, Math.round(page)));
  }

  /** One stride larger or smaller. */
  zoom(way: 1 | -1): void {
    if (this.#viewer === null) return;
    const wanted = this.#viewer.currentScale * (way > 0 ? stride : 1 / stride);
    this.#viewer.currentScale = Math.min(largest, Math.max(smallest, wanted));
  }

  /** As wide as the pane. */
  fit(): void {
    if (this.#viewer !== null) this.#viewer.currentScaleValue = fitWidth;
  }

  /** A quarter turn to the right, for pages that were scanned lying. */
  turn(): void {
    if (this.#viewer !== null) this.#viewer.pagesRotation = (this.#viewer.pagesRotation + 90) % 360;
  }

  /** Searches the text and marks every place; `again` goes on to the next or the one before. */
  find(query: string, again: 'next' | 'previous' | null): void {
    this.#events?.dispatch('find', {
      source: this,
      type: again === null ? '' : 'again',
      query,
      caseSensitive: false,
      entireWord: false,
      highlightAll: true,
      findPrevious: again === 'previous',
      matchDiacritics: false,
    });
    if (query === '') this.store.setState({ found: null });
  }

  /** Lets go of the document and its worker. */
  close(): void {
    this.#closed = true;
    this.#resizing?.disconnect();
    this.#viewer?.cleanup();
    void this.#task?.destroy();
  }

  async #show({ library, viewer }: PdfLibrary, data: ArrayBuffer, page: number): Promise<void> {
    const events = new viewer.EventBus();
    const links = new viewer.PDFLinkService({ eventBus: events });
    links.externalLinkEnabled = false;
    const finder = new viewer.PDFFindController({ eventBus: events, linkService: links });
    this.#events = events;
    this.#listen(events, page);
    this.#viewer = new viewer.PDFViewer({
      container: this.#container,
      eventBus: events,
      linkService: links,
      findController: finder,
      annotationMode: noAnnotationForms,
      removePageBorders: true,
    });
    links.setViewer(this.#viewer);
    this.#task = library.getDocument({ data, ...pdfAssets(), cMapPacked: true, enableXfa: false });
    const document = await this.#task.promise;
    this.#viewer.setDocument(document);
    links.setDocument(document);
    this.store.setState({ state: 'ready', pages: document.numPages });
    this.store.setState({ bookmarks: await readOutline(document) });
  }

  #listen(events: EventBus, page: number): void {
    events.on('pagesinit', () => {
      this.fit();
      this.goTo(page);
      this.#followWidth();
    });
    events.on('pagechanging', ({ pageNumber }: { pageNumber: number }) => this.store.setState({ page: pageNumber }));
    events.on('scalechanging', ({ scale }: { scale: number }) => this.store.setState({ scale }));
    const count = ({ matchesCount }: { matchesCount: { current: number; total: number } }): void =>
      this.store.setState({ found: { current: matchesCount.current, total: matchesCount.total } });
    events.on('updatefindmatchescount', count);
    events.on('updatefindcontrolstate', count);
  }

  #followWidth(): void {
    this.#resizing = new ResizeObserver(() => {
      if (this.#viewer?.currentScaleValue === fitWidth) this.fit();
      this.#viewer?.update();
    });
    this.#resizing.observe(this.#container);
  }
}
