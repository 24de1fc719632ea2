import { firstViewerState } from '../bridge/viewer-messages.ts';
import type { Reader, ReportState } from './reader.ts';
import './image-view.css';

/** Zoom in parts of the pane's width. */
const [smallest, largest, stride] = [0.25, 8, 1.25];

/** A picture of the dossier: zoom, pan by dragging, quarter turns. A drawing (SVG) is shown as a picture, its scripts rest. */
export class ImageReader implements Reader {
  readonly element: HTMLElement;
  readonly #report: ReportState;
  readonly #sheet: HTMLDivElement;
  readonly #image: HTMLImageElement;
  #scale = 1;
  #turns = 0;

  constructor(report: ReportState, name: string) {
    this.#report = report;
    this.element = document.createElement('section');
    this.element.className = 'image-frame';
    this.element.ariaLabel = name;
    // Scrolled by keyboard.
    this.element.tabIndex = 0;
    this.#sheet = document.createElement('div');
    this.#sheet.className = 'image-sheet';
    this.#image = document.createElement('img');
    this.#image.alt = name;
    this.#image.draggable = false;
    this.#sheet.append(this.#image);
    this.element.append(this.#sheet);
    this.element.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    pan(this.element);
  }

  /** Shows the bytes of a picture. */
  async open(bytes: ArrayBuffer, mediaType: string): Promise<void> {
    this.#image.src = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
    try {
      await this.#image.decode();
      this.#show();
    } catch {
      this.#report({ ...firstViewerState, state: 'unreadable' });
    }
  }

  zoom(way: 1 | -1): void {
    this.#scale = Math.min(largest, Math.max(smallest, this.#scale * (way > 0 ? stride : 1 / stride)));
    this.#show();
  }

  fit(): void {
    this.#scale = 1;
    this.#show();
  }

  turn(): void {
    this.#turns = (this.#turns + 1) % 4;
    this.#show();
  }

  /** The room that the picture takes: as wide as asked for, and as high as its proportions need, lying or standing. */
  #show(): void {
    const { naturalWidth, naturalHeight } = this.#image;
    const [width, height] = this.#turns % 2 === 0 ? [naturalWidth, naturalHeight] : [naturalHeight, naturalWidth];
    this.#sheet.dataset['turns'] = String(this.#turns);
    this.#sheet.style.width = `${this.#scale * 100}%`;
    this.#sheet.style.aspectRatio = `${width} / ${height}`;
    this.#report({ ...firstViewerState, state: 'ready', pages: 1, scale: this.#scale });
  }

  #wheel(event: WheelEvent): void {
    if (!event.ctrlKey) return;
    event.preventDefault();
    this.zoom(event.deltaY < 0 ? 1 : -1);
  }
}

/** Drags a scrolled element with the pointer. */
function pan(element: HTMLElement): void {
  let from: { x: number; y: number; left: number; top: number } | null = null;
  element.addEventListener('pointerdown', ({ button, clientX: x, clientY: y, pointerId }) => {
    if (button !== 0) return;
    from = { x, y, left: element.scrollLeft, top: element.scrollTop };
    element.setPointerCapture(pointerId);
  });
  element.addEventListener('pointermove', ({ clientX, clientY }) => {
    if (from === null) return;
    element.scrollLeft = from.left - (clientX - from.x);
    element.scrollTop = from.top - (clientY - from.y);
  });
  element.addEventListener('pointerup', () => {
    from = null;
  });
}
