import iconv from 'iconv-lite';
import { fail, ok, type Result } from '#shared/base/result.ts';

const replacement = '\ufffd';

/**
 * Text of unknown encoding as offices save it: a byte order mark decides (UTF-8, UTF-16), else strict UTF-8, else
 * GB18030. A file that is UTF-8 but for a few broken bytes is refused rather than shown as garbage.
 */
export function decodeText(bytes: Buffer): Result<string, 'tables.encoding'> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return checkText(iconv.decode(bytes, 'utf-16le'));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return checkText(iconv.decode(bytes, 'utf-16be'));
  const utf8 = decodeStrictly(bytes);
  if (utf8 !== null) return checkText(utf8);
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (hasMark || isMostlyUtf8(bytes)) return fail('tables.encoding');
  return checkText(iconv.decode(bytes, 'gb18030'));
}

function decodeStrictly(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** GBK text read as UTF-8 yields next to no Chinese characters; damaged UTF-8 yields many and few gaps. */
function isMostlyUtf8(bytes: Buffer): boolean {
  const text = bytes.toString('utf8');
  const gaps = text.split(replacement).length - 1;
  const chinese = text.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
  return chinese > 10 * gaps;
}

function checkText(text: string): Result<string, 'tables.encoding'> {
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text;
  return plain.includes('\u0000') || plain.includes(replacement) ? fail('tables.encoding') : ok(plain);
}
