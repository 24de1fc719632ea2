import {
  firstViewerState,
  type ViewerCommand,
  type ViewerLook,
  type ViewerReport,
  type ViewerState,
} from '../bridge/viewer-messages.ts';
import { forwardKeys } from './forward-keys.ts';
import { ImageReader } from './image-reader.ts';
import { PdfReader } from './pdf-reader.ts';
import { obey, type Reader } from './reader.ts';
import { TextReader } from './text-reader.ts';
import '../ui/theme/base.css';
import './viewer.css';

// The frame that shows one file of a dossier. It is sandboxed, of no origin and in a process of its own; it gets the
// file's bytes from the page that holds it and can reach nothing else.

const pageOrigin = 'app://mtx';
/** Milliseconds. */
const readingPause = 5000;

type Open = Extract<ViewerCommand, { readonly do: 'open' }>;

/** Takes the port from the page that holds this frame, and from nobody else; once. */
function connect(event: MessageEvent): void {
  const [port] = event.ports;
  if (event.source !== parent || event.origin !== pageOrigin || port === undefined) return;
  removeEventListener('message', connect);
  serve(port);
}

/** Does what comes over the port; the page is trusted. */
function serve(port: MessagePort): void {
  const tell = (report: ViewerReport): void => port.postMessage(report);
  const report = (state: ViewerState): void => tell({ is: 'state', state });
  let reader: Reader | null = null;
  port.addEventListener('message', ({ data }: MessageEvent<ViewerCommand>) => {
    if (data.do === 'look') wear(data.look);
    else if (data.do === 'open') reader ??= open(data, report);
    else if (reader !== null) obey(reader, data);
  });
  forwardKeys((key) => tell({ is: 'key', key }));
  tellReading(() => tell({ is: 'reading' }));
  document.addEventListener('dragenter', () => tell({ is: 'dragging' }));
  port.start();
}

function open({ show, name, bytes, mediaType, page }: Open, report: (state: ViewerState) => void): Reader {
  document.title = name;
  const [reader, opening] = start();
  document.body.append(reader.element);
  // What a reader did not expect of a file makes the file unreadable, whatever it was.
  void opening().catch(() => report({ ...firstViewerState, state: 'unreadable' }));
  return reader;

  function start(): [Reader, () => Promise<void>] {
    if (show === 'pdf') {
      const pdf = new PdfReader(report);
      return [pdf, () => pdf.open(bytes, page)];
    }
    if (show === 'image') {
      const image = new ImageReader(report, name);
      return [image, () => image.open(bytes, mediaType)];
    }
    const text = new TextReader(report, name);
    return [text, async () => text.open(bytes)];
  }
}

/** Tells at most every few seconds that somebody is at work here; the window does not see a frame's input. */
function tellReading(tell: () => void): void {
  let toldAt = Number.NEGATIVE_INFINITY;
  const note = ({ timeStamp }: Event): void => {
    if (timeStamp - toldAt < readingPause) return;
    toldAt = timeStamp;
    tell();
  };
  for (const event of ['pointermove', 'pointerdown', 'wheel', 'keydown'] as const)
    document.addEventListener(event, note, { passive: true, capture: true });
}

/** Looks like the window: tokens.css reads these attributes. */
function wear({ theme, text, lang }: ViewerLook): void {
  const root = document.documentElement;
  root.dataset['theme'] = theme;
  root.dataset['text'] = text;
  root.lang = lang;
}

addEventListener('message', connect);
