import { fail, ok, type Result } from '#shared/base/result.ts';

export type FormatCode = 'tables.encrypted' | 'tables.old-excel' | 'tables.other-format';

/** First bytes of what people take for spreadsheets; the words go into a sentence. */
const otherFormats: readonly (readonly [mark: string, name: string])[] = [
  ['%PDF-', 'PDF'],
  ['\u0089PNG', 'PNG'],
  ['\u00ff\u00d8\u00ff', 'JPEG'],
  ['GIF8', 'GIF'],
  ['Rar!', 'RAR'],
  ['7z\u00bc\u00af', '7-Zip'],
  ['{\\rtf', 'RTF'],
];

/**
 * Tells by content what a file is: `xlsx` for any ZIP container, `csv` for text. Refuses by name what is neither:
 * .xls and .et, password-protected workbooks (both are compound files, [MS-CFB]), web pages saved as .xls …
 */
export function recogniseFormat(bytes: Buffer): Result<'xlsx' | 'csv', FormatCode> {
  const head = bytes.toString('latin1', 0, 8);
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006')) return recogniseContainer(bytes);
  if (head === '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1') return recogniseCompound(bytes);
  const other = otherFormats.find(([mark]) => head.startsWith(mark));
  if (other !== undefined) return fail('tables.other-format', { format: other[1] });
  const text = bytes.toString('latin1', 0, 2000).replace(/^\u00ef\u00bb\u00bf/, '');
  if (/^\s*<(?:\?xml|!doctype|html|table|meta|head)/i.test(text))
    return fail('tables.other-format', { format: 'HTML/XML' });
  return ok('csv');
}

/** OpenDocument and Apple Numbers are ZIP containers too. */
function recogniseContainer(bytes: Buffer): Result<'xlsx', FormatCode> {
  if (bytes.includes('xl/workbook')) return ok('xlsx');
  const head = bytes.toString('latin1', 0, 200);
  if (head.includes('mimetypeapplication/vnd.oasis.opendocument'))
    return fail('tables.other-format', { format: 'ODF' });
  if (bytes.includes('word/document.xml')) return fail('tables.other-format', { format: 'Word' });
  if (bytes.includes('ppt/presentation.xml')) return fail('tables.other-format', { format: 'PowerPoint' });
  if (bytes.includes('Index/Document.iwa')) return fail('tables.other-format', { format: 'Numbers' });
  return ok('xlsx');
}

/** Streams of a compound file are named in UTF-16LE ([MS-OFFCRYPTO] 2.3.4.4, [MS-XLS] 2.1.2). */
function recogniseCompound(bytes: Buffer): Result<never, FormatCode> {
  const holds = (name: string): boolean => bytes.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage')) return fail('tables.encrypted');
  if (holds('Workbook') || holds('Book')) return fail('tables.old-excel');
  return fail('tables.other-format', { format: holds('WordDocument') ? 'Word' : 'OLE' });
}
