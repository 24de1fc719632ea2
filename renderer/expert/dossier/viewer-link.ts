import { createStore, type StoreApi } from 'zustand';
import {
  firstViewerState,
  parseViewerReport,
  type ForwardedKey,
  type Showing,
  type ViewerCommand,
  type ViewerLook,
  type ViewerState,
} from '../../bridge/viewer-messages.ts';

/** A file to show. `address` is where the main process serves its bytes. */
export type ViewedFile = {
  readonly address: string;
  readonly show: Showing;
  readonly mediaType: string;
  readonly name: string;
  readonly page: number;
};

/** What the frame may cause in the page. */
export type ViewerEffects = {
  readonly onKey: (key: ForwardedKey) => void;
  readonly onDragging: () => void;
  readonly onReading: () => void;
};

/**
 * An address for the viewer. Its host is new for every document: two documents are two sites to Chromium, so that one
 * that broke its process never holds another.
 */
export function newViewerAddress(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const host = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `mtx-viewer://${host}/index.html`;
}

/** The page's end of the line to one frame. The page fetches a file's bytes and never looks into them. */
export class ViewerLink {
  readonly store: StoreApi<ViewerState> = createStore<ViewerState>(() => firstViewerState);
  readonly #file: ViewedFile;
  readonly #effects: ViewerEffects;
  readonly #bytes: Promise<ArrayBuffer | null>;
  readonly #leaving = new AbortController();
  #port: MessagePort | null = null;

  constructor(file: ViewedFile, effects: ViewerEffects) {
    this.#file = file;
    this.#effects = effects;
    this.#bytes = fetchBytes(file.address, this.#leaving.signal);
  }

  /** Hands the file to the frame that has just loaded. A frame loads once; one that loads again is not believed. */
  async connect(frame: Window, look: ViewerLook): Promise<void> {
    if (this.#port !== null) return this.#fail();
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.addEventListener('message', ({ data }) => this.#receive(data));
    port1.start();
    // A sandboxed frame has no origin to name; no other page can lie in it (security.ts).
    frame.postMessage(null, '*', [port2]);
    this.send({ do: 'look', look });
    const bytes = await this.#bytes;
    if (bytes === null) return this.#fail();
    const { show, mediaType, name, page } = this.#file;
    this.#port?.postMessage({ do: 'open', show, mediaType, name, page, bytes } satisfies ViewerCommand, [bytes]);
  }

  send(command: Exclude<ViewerCommand, { readonly do: 'open' }>): void {
    this.#port?.postMessage(command);
  }

  /** Lets go of the frame, which goes away with its process. */
  close(): void {
    this.#leaving.abort();
    this.#port?.close();
    this.#port = null;
  }

  #receive(message: unknown): void {
    const report = parseViewerReport(message);
    if (report === null) return this.#fail();
    if (report.is === 'state') this.store.setState(report.state);
    else if (report.is === 'key') this.#effects.onKey(report.key);
    else if (report.is === 'dragging') this.#effects.onDragging();
    else this.#effects.onReading();
  }

  #fail(): void {
    this.close();
    this.store.setState({ ...firstViewerState, state: 'unreadable' });
  }
}

async function fetchBytes(address: string, signal: AbortSignal): Promise<ArrayBuffer | null> {
  try {
    const response = await fetch(address, { signal });
    return response.ok ? await response.arrayBuffer() : null;
  } catch {
    return null;
  }
}
