/**
 * Content Security Policy of the app's page (CSP Level 3): scripts from the bundle only, no eval, nothing from the
 * network, no forms, and no frame but the viewer's.
 * Inline styles are needed by the table and the components, which set them at run time.
 */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' mtx-dossier:",
  "worker-src 'self'",
  "object-src 'none'",
  'frame-src mtx-viewer:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * For the frame that shows what a candidate handed in: the viewer's own scripts (WebAssembly decodes pictures inside
 * PDFs), the document's bytes as `blob:` pictures, and nothing else. `sandbox` takes its origin away even if the page
 * forgot to.
 */
export const viewerPolicy = [
  'sandbox allow-scripts',
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  'img-src blob:',
  "connect-src 'self'",
  'worker-src blob:',
  "object-src 'none'",
  "frame-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors app:',
].join('; ');

/** For what a candidate handed in: even when opened by itself, it runs nothing and loads nothing. */
export const dossierPolicy = "sandbox; default-src 'none'";

/** For papers on their way to PDF: text, inline styles and embedded pictures, nothing else. */
export const paperPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";
