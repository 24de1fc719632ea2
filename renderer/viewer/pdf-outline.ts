import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { Bookmark } from '../bridge/viewer-messages.ts';

type Outline = readonly { readonly title: string; readonly dest: string | unknown[] | null; readonly items: Outline }[];

/** At most this many bookmarks are read; longer tables of contents are of no use in a list. */
const most = 500;
const [longestTitle, deepest] = [300, 20];

/** The table of contents as a flat list with depths, in its order; empty when there is none. */
export async function readOutline(document: PDFDocumentProxy): Promise<readonly Bookmark[]> {
  const flat: { title: string; depth: number; dest: Outline[number]['dest'] }[] = [];
  const walk = (outline: Outline, depth: number): void => {
    for (const { title, dest, items } of outline) {
      if (flat.length >= most) return;
      flat.push({ title: title.slice(0, longestTitle), depth: Math.min(depth, deepest), dest });
      walk(items, depth + 1);
    }
  };
  // pdf.js answers null when a document has no table of contents, whatever its types say.
  walk((await document.getOutline()) ?? [], 0);
  return Promise.all(
    flat.map(async ({ title, depth, dest }) => ({ title, depth, page: await findPage(document, dest) })),
  );
}

async function findPage(document: PDFDocumentProxy, dest: Outline[number]['dest']): Promise<number | null> {
  try {
    const explicit = typeof dest === 'string' ? await document.getDestination(dest) : dest;
    const target: unknown = explicit?.[0];
    if (typeof target === 'number') return target + 1;
    return isReference(target) ? (await document.getPageIndex(target)) + 1 : null;
  } catch {
    // A broken entry costs only itself.
    return null;
  }
}

function isReference(target: unknown): target is { num: number; gen: number } {
  return typeof target === 'object' && target !== null && 'num' in target && 'gen' in target;
}
