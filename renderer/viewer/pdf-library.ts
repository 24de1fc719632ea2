// Vite answers `?url` with the address of the file; the linter looks for the export in the file itself.
// oxlint-disable-next-line import/default
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

/**
 * Loads pdf.js when the first PDF is opened. Its viewer finds the library in a global that the library sets, so the order
 * of the two matters.
 */
export async function loadPdfLibrary() {
  const started = startWorker();
  const library = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const viewer = await import('pdfjs-dist/legacy/web/pdf_viewer.mjs');
  library.GlobalWorkerOptions.workerPort = await started;
  return { library, viewer };
}

export type PdfLibrary = Awaited<ReturnType<typeof loadPdfLibrary>>;

/**
 * Starts the worker that parses. A frame without an origin starts none from an address, nor a module, only a plain script
 * that it holds itself: one that imports ours. What were sent before its first word would be lost.
 */
async function startWorker(): Promise<Worker> {
  const address = new URL(workerAddress, document.baseURI).href;
  const script = new Blob([`import(${JSON.stringify(address)});`], { type: 'text/javascript' });
  const worker = new Worker(URL.createObjectURL(script));
  await new Promise<unknown>((resolve, reject) => {
    worker.addEventListener('message', resolve, { once: true });
    worker.addEventListener('error', reject, { once: true });
  });
  return worker;
}

/** Where the build puts what pdf.js loads by name: character maps, the standard fonts, image decoders. */
export function pdfAssets(): { cMapUrl: string; standardFontDataUrl: string; wasmUrl: string } {
  const at = (folder: string): string => new URL(`pdfjs/${folder}/`, document.baseURI).href;
  return { cMapUrl: at('cmaps'), standardFontDataUrl: at('standard_fonts'), wasmUrl: at('wasm') };
}
