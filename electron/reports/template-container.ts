import { fail, ok, type Result } from '#shared/base/result.ts';
import type { ReportCode } from '#shared/reports/sentences.ts';
import { defaultTableLimits } from '#shared/tables/table.ts';
import { openContainer } from '../tables/unzip-parts.ts';
import { isActive } from './template-active.ts';

/** Megabytes of a template: a red head may be a picture. */
const megabytes = 8;
export const templateBytes = megabytes * 1024 * 1024;

const limits = { ...defaultTableLimits, partBytes: 24_000_000, totalBytes: 64_000_000 };
const documentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

// What a document could run or fetch when it is opened.
const active = /vbaProject|\/activeX\/|\/embeddings\/|oleObject|afchunk/i;
const activeTypes = /macroEnabled|oleObject|ms-office\.activeX|vbaProject/i;

/** Whether a file is a plain Word document: sizes held, no macro, control, embedded object, or content from elsewhere. */
export async function checkContainer(file: string, bytes: Buffer): Promise<Result<null, ReportCode>> {
  if (bytes.length > templateBytes) return fail('reports.template-too-large', { file, limit: megabytes });
  const container = await openContainer(bytes, limits);
  if (!container.ok) return notDocx(file, '文件已损坏或不是 docx 格式', 'it is damaged or no docx file');
  const parts = new Map<string, string>();
  for (const name of container.value.names) {
    if (active.test(name)) return fail('reports.template-macros', { file, part: name });
    const part = await container.value.read(name);
    if (!part.ok) return notDocx(file, '部分内容损坏、加密或过大', 'a part is damaged, encrypted or too large');
    if (/\.(?:xml|rels)$/i.test(name)) parts.set(name, part.value.toString('utf8'));
  }
  const types = parts.get('[Content_Types].xml');
  if (types === undefined || !parts.has('word/document.xml')) return notDocx(file, '缺少正文部分', 'it has no body');
  if (activeTypes.test(types)) return fail('reports.template-macros', { file, part: '[Content_Types].xml' });
  if (!types.includes(documentType)) return notDocx(file, '不是普通 Word 文档', 'it is no ordinary document');
  return checkParts(file, parts);
}

function checkParts(file: string, parts: ReadonlyMap<string, string>): Result<null, ReportCode> {
  for (const [name, text] of parts) {
    if (/<!DOCTYPE/i.test(text)) return notDocx(file, '含有文档类型声明', 'it has a document type declaration');
    // Word reads UTF-16 too, in which nothing below would be found.
    if (text.includes('\u0000') || text.includes('\ufffd'))
      return notDocx(file, '不是 UTF-8 编码', 'it is not in UTF-8');
    if (isActive(name, text)) return fail('reports.template-macros', { file, part: name });
  }
  return ok(null);
}

function notDocx(file: string, problem: string, problemEn: string): Result<never, ReportCode> {
  return fail('reports.template-not-docx', { file, problem, problemEn });
}
