import { extname } from 'node:path';
import { makeFileName } from '../base/file-names.ts';

/**
 * The endings under which a content may be handed to another program, by what the content is; the first one stands in
 * where the file's own is none of them. Text, also a web page or a drawing, goes out as plain text. What is not listed
 * stays inside: an ending decides what a system does with a file, and no ending here starts a program.
 */
const endings: ReadonlyMap<string, readonly string[]> = new Map([
  ['application/pdf', ['.pdf']],
  ['image/png', ['.png']],
  ['image/jpeg', ['.jpg', '.jpeg']],
  ['image/gif', ['.gif']],
  ['image/webp', ['.webp']],
  ['image/tiff', ['.tif', '.tiff']],
  ['image/svg+xml', ['.txt']],
  ['text/plain', ['.txt']],
  ['video/mp4', ['.mp4', '.mov', '.m4v', '.heic']],
  ['application/zip', ['.zip', '.ofd']],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', ['.docx']],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ['.xlsx']],
  ['application/vnd.openxmlformats-officedocument.presentationml.presentation', ['.pptx']],
]);

/** Contents that only their name tells apart: without one of these endings they are not handed over. */
const namedEndings: ReadonlyMap<string, readonly string[]> = new Map([
  ['application/x-ole-storage', ['.doc', '.xls', '.ppt', '.wps', '.et', '.dps']],
  ['application/octet-stream', ['.rar', '.7z', '.bmp', '.mp3', '.wav', '.avi', '.wmv', '.dwg']],
]);

/**
 * The name of the copy that another program opens; null when such a content is not handed over.
 * @param name the file's own name, which nobody vouches for
 * @param mediaType what the content is by its bytes
 */
export function nameForOutside(name: string, mediaType: string): string | null {
  const own = extname(name).toLowerCase();
  const known = endings.get(mediaType);
  const ending = (known ?? namedEndings.get(mediaType) ?? []).find((allowed) => allowed === own) ?? known?.[0];
  if (ending === undefined) return null;
  const stem = ending === own ? name.slice(0, -own.length) : name;
  // Further dots would show a second ending where the first is hidden.
  return makeFileName([stem.replaceAll('.', '_')], ending);
}
