import { defaultPreviewLimits, type DocumentPreview, type PreviewLimits } from '#shared/candidates/document-preview.ts';
import type { CandidateCode } from '#shared/candidates/sentences.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { showCell } from '#shared/tables/show-cell.ts';
import { defaultTableLimits, type TableLimits, type TableRow } from '#shared/tables/table.ts';
import { readXlsxSheets } from '../tables/read-xlsx.ts';
import { gatherBlocks } from './gather-blocks.ts';
import { readDocx } from './read-docx.ts';

/** Smaller than for lists that are taken in: a person waits, and the window’s other calls with him. */
export const previewTableLimits: TableLimits = {
  ...defaultTableLimits,
  partBytes: 10_000_000,
  totalBytes: 30_000_000,
  cells: 200_000,
};

/** A document's bytes, however they are kept. */
export type DocumentBytes = { readonly size: number; readonly read: () => AsyncIterable<Uint8Array> };

/**
 * Reads the text of a Word or Excel document, for the window to show as plain paragraphs and tables. The kind is told by
 * what the container holds. Container, sizes and XML are checked before anything is believed (electron/tables).
 */
export async function previewDocument(
  document: DocumentBytes,
  limits: TableLimits = previewTableLimits,
  preview: PreviewLimits = defaultPreviewLimits,
): Promise<Result<DocumentPreview, CandidateCode>> {
  if (document.size > limits.fileBytes) return fail('candidates.document-too-large');
  const bytes = await readAll(document);
  const read = bytes.includes('word/document.xml')
    ? await readDocx(bytes, limits, preview)
    : await readWorkbook(bytes, limits, preview);
  if (read.ok) return read;
  return fail(codes[read.error.code] ?? 'candidates.document-unreadable');
}

const codes: Readonly<Record<string, CandidateCode>> = {
  'tables.encrypted': 'candidates.document-encrypted',
  'tables.unpacks-too-large': 'candidates.document-too-large',
  'tables.too-many-cells': 'candidates.document-too-large',
};

/** A length that differs from what was announced ends in a container that does not open. */
async function readAll({ size, read }: DocumentBytes): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of read()) {
    length += chunk.length;
    if (length > size) break;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function readWorkbook(
  bytes: Buffer,
  limits: TableLimits,
  preview: PreviewLimits,
): Promise<Result<DocumentPreview>> {
  const sheets = await readXlsxSheets(bytes, limits);
  if (!sheets.ok) return sheets;
  const blocks = gatherBlocks(preview);
  for (const { name, hidden, rows } of sheets.value) {
    if (hidden || rows.length === 0) continue;
    blocks.addText(2, name);
    const shown = rows.filter((row) => !row.hidden);
    if (shown.length > preview.rows) blocks.shorten();
    blocks.addTable(shown.slice(0, preview.rows + 1).map(showRow));
  }
  return ok(blocks.finish(0));
}

/** The cells as a person sees them, without empty ones at the end. */
function showRow({ cells }: TableRow): string[] {
  const texts = cells.map((cell) => showCell(cell));
  const last = texts.findLastIndex((text) => text !== '');
  return texts.slice(0, last + 1);
}
