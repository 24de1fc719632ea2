import { firstViewerState, type ViewerState } from '../bridge/viewer-messages.ts';
import type { Reader, ReportState } from './reader.ts';
import { loadPdfLibrary, pdfAssets, type PdfLibrary } from './pdf-library.ts';
import { readOutline } from './pdf-outline.ts';
import './pdf-view.css';

/** Scale that follows the width of the pane. */
const fitWidth = 'page-width';

const noAnnotationForms = 1;
const [smallest, largest, stride] = [0.25, 5, 1.2];

type Viewer = InstanceType<PdfLibrary['viewer']['PDFViewer']>;
type EventBus = InstanceType<PdfLibrary['viewer']['EventBus']>;

/**
 * One PDF in one element, by pdf.js: continuous pages, text that can be selected and searched, links inside the document.
 * Scripts in the document are not run, and links to the outside lead nowhere.
 */
export class PdfReader implements Reader {
  readonly element: HTMLDivElement;
  readonly #report: ReportState;
  #state: ViewerState = firstViewerState;
  #viewer: Viewer | null = null;
  #events: EventBus | null = null;

  constructor(report: ReportState) {
    this.#report = report;
    this.element = document.createElement('div');
    this.element.className = 'pdf-container';
    // Scrolled by keyboard.
    this.element.tabIndex = 0;
    const pages = document.createElement('div');
    pages.className = 'pdfViewer';
    this.element.append(pages);
  }

  /** Shows a PDF from a page on. */
  async open(data: ArrayBuffer, page: number): Promise<void> {
    try {
      await this.#show(await loadPdfLibrary(), data, page);
    } catch {
      this.#tell({ state: 'unreadable' });
    }
  }

  /** Goes to a page, counted from 1; beyond the ends it goes to the end. */
  go(page: number): void {
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
    if (query === '') this.#tell({ found: null });
  }

  #tell(change: Partial<ViewerState>): void {
    this.#state = { ...this.#state, ...change };
    this.#report(this.#state);
  }

  async #show({ library, viewer }: PdfLibrary, data: ArrayBuffer, page: number): Promise<void> {
    const events = new viewer.EventBus();
    const links = new viewer.PDFLinkService({ eventBus: events });
    links.externalLinkEnabled = false;
    const finder = new viewer.PDFFindController({ eventBus: events, linkService: links });
    this.#events = events;
    this.#listen(events, page);
    this.#viewer = new viewer.PDFViewer({
      container: this.element,
      eventBus: events,
      linkService: links,
      findController: finder,
      annotationMode: noAnnotationForms,
      removePageBorders: true,
    });
    links.setViewer(this.#viewer);
    const task = library.getDocument({ data, ...pdfAssets(), cMapPacked: true, enableXfa: false });
    const document = await task.promise;
    this.#viewer.setDocument(document);
    links.setDocument(document);
    this.#tell({ state: 'ready', pages: document.numPages });
    this.#tell({ bookmarks: await readOutline(document) });
  }

  #listen(events: EventBus, page: number): void {
    events.on('pagesinit', () => {
      this.fit();
      this.go(page);
      this.#followWidth();
    });
    events.on('pagechanging', ({ pageNumber }: { pageNumber: number }) => this.#tell({ page: pageNumber }));
    events.on('scalechanging', ({ scale }: { scale: number }) => this.#tell({ scale }));
    const count = ({ matchesCount }: { matchesCount: { current: number; total: number } }): void =>
      this.#tell({ found: { current: matchesCount.current, total: matchesCount.total } });
    events.on('updatefindmatchescount', count);
    events.on('updatefindcontrolstate', count);
  }

  #followWidth(): void {
    const resizing = new ResizeObserver(() => {
      if (this.#viewer?.currentScaleValue === fitWidth) this.fit();
      this.#viewer?.update();
    });
    resizing.observe(this.element);
  }
}
