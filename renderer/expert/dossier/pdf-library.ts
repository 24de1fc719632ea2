// Vite answers `?url` with the address of the file; the linter looks for the export in the file itself.
// oxlint-disable-next-line import/default
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

/**
 * Loads pdf.js when the first PDF is opened. Its viewer finds the library in a global that the library sets, so the order
 * of the two matters.
 */
export async function loadPdfLibrary() {
  const library = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const viewer = await import('pdfjs-dist/legacy/web/pdf_viewer.mjs');
  library.GlobalWorkerOptions.workerSrc = workerAddress;
  return { library, viewer };
}

export type PdfLibrary = Awaited<ReturnType<typeof loadPdfLibrary>>;

/** Where the build puts what pdf.js loads by name: character maps, the standard fonts, image decoders. */
export function pdfAssets(): { cMapUrl: string; standardFontDataUrl: string; wasmUrl: string } {
  const at = (folder: string): string => new URL(`pdfjs/${folder}/`, document.baseURI).href;
  return { cMapUrl: at('cmaps'), standardFontDataUrl: at('standard_fonts'), wasmUrl: at('wasm') };
}
