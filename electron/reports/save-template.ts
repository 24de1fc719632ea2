import PizZip from 'pizzip';
import { ok, type Result } from '#shared/base/result.ts';
import { writeFileAtomic } from '../base/write-file-atomic.ts';
import { fontTable } from './docx-fonts.ts';
import { packDocx } from './fill-docx.ts';

/** Writes a built-in template under a path, its faces named, as a start for an office's own. */
export async function saveTemplate(path: string, template: Uint8Array): Promise<Result<null>> {
  const zip = new PizZip(template);
  zip.file('word/fontTable.xml', fontTable);
  const written = await writeFileAtomic(path, async (write) => {
    await write(packDocx(zip));
    return ok(null);
  });
  return written.ok ? ok(null) : written;
}
