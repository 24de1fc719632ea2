import { open } from 'node:fs/promises';
import { openPromise } from 'yauzl';
import { decodeText } from '../tables/decode-text.ts';

/** What a file is by its first bytes; a program is not taken as a dossier. */
export type Media = { readonly type: string; readonly program: boolean };

const headLength = 4096;
const entriesRead = 200;

const signatures: readonly (readonly [mark: string, at: number, type: string])[] = [
  ['%PDF-', 0, 'application/pdf'],
  ['\u0089PNG\r\n\u001a\n', 0, 'image/png'],
  ['\u00ff\u00d8\u00ff', 0, 'image/jpeg'],
  ['GIF87a', 0, 'image/gif'],
  ['GIF89a', 0, 'image/gif'],
  ['II*\u0000', 0, 'image/tiff'],
  ['MM\u0000*', 0, 'image/tiff'],
  ['WEBP', 8, 'image/webp'],
  ['ftyp', 4, 'video/mp4'],
  ['\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', 0, 'application/x-ole-storage'],
];

const programs = ['MZ', '\u007fELF', '\u00cf\u00fa\u00ed\u00fe', '\u00ca\u00fe\u00ba\u00be'];

const officeTypes: readonly (readonly [part: string, type: string])[] = [
  ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
];

/** The root of a drawing (SVG 2), behind what XML allows before it; no document type, which could hold entities. */
const drawing = /^(?:\u00ef\u00bb\u00bf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[^])*-->\s*)*<svg[\s>]/;

/**
 * Tells what a file is by its content; its name is never asked. What begins with a mark is what the mark says, whatever
 * else it holds further on. Anything unknown is `application/octet-stream`; any text but a drawing (a web page too) is
 * `text/plain`.
 */
export async function recogniseMedia(path: string): Promise<Media> {
  const head = await readHead(path);
  const text = head.toString('latin1');
  const known = signatures.find(([mark, at]) => text.startsWith(mark, at));
  if (known !== undefined) return { type: known[2], program: false };
  if (text.startsWith('PK\u0003\u0004')) return { type: await recogniseContainer(path), program: false };
  if (drawing.test(text)) return { type: 'image/svg+xml', program: false };
  const readable = isText(head);
  if (!readable && programs.some((mark) => text.startsWith(mark)))
    return { type: 'application/octet-stream', program: true };
  // PDF readers accept some bytes before the mark (ISO 32000-1, annex H).
  if (text.slice(0, 1024).includes('%PDF-')) return { type: 'application/pdf', program: false };
  return { type: readable ? 'text/plain' : 'application/octet-stream', program: false };
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headLength), 0, headLength, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Office documents are ZIP containers with a part of a fixed name (ECMA-376). */
async function recogniseContainer(path: string): Promise<string> {
  try {
    const zip = await openPromise(path, { lazyEntries: true, autoClose: false });
    try {
      let read = 0;
      for await (const { fileName } of zip.eachEntry()) {
        const office = officeTypes.find(([part]) => part === fileName);
        if (office !== undefined) return office[1];
        read += 1;
        if (read >= entriesRead) break;
      }
    } finally {
      zip.close();
    }
  } catch {
    // Begins like a ZIP and is none, or a damaged one: bytes of an unknown kind.
    return 'application/octet-stream';
  }
  return 'application/zip';
}

/** Text has no control characters and decodes in one of the encodings that offices use. */
function isText(head: Buffer): boolean {
  // The last character may be cut in two by the length read: it is left out.
  for (let cut = 0; cut < 4; cut += 1) {
    const text = decodeText(head.subarray(0, head.length - cut));
    if (text.ok) return !/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text.value);
    if (head.length < headLength) return false;
  }
  return false;
}
