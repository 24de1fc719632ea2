import { firstViewerState } from '../bridge/viewer-messages.ts';
import { decodeText } from './decode-text.ts';
import type { Reader, ReportState } from './reader.ts';

/** A text file as it is written; a web page shows its source. */
export class TextReader implements Reader {
  readonly element: HTMLElement;
  readonly #report: ReportState;

  constructor(report: ReportState, name: string) {
    this.#report = report;
    this.element = document.createElement('section');
    this.element.className = 'text-frame';
    this.element.ariaLabel = name;
    // Scrolled by keyboard.
    this.element.tabIndex = 0;
  }

  open(bytes: ArrayBuffer): void {
    const text = document.createElement('pre');
    text.textContent = decodeText(bytes);
    this.element.append(text);
    this.#report({ ...firstViewerState, state: 'ready', pages: 1 });
  }
}
