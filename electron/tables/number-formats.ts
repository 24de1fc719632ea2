/**
 * Number formats that a Chinese spreadsheet program has built in and therefore names by number only
 * (ECMA-376 part 1, 18.8.30, zh-cn). Ids 27 and 57 are what typing “1985年3月” yields.
 */
const chineseFormats: Readonly<Record<number, string>> = {
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/**
 * Writes the formats built into Chinese programs out at the head of a styles part; what the file defines itself
 * comes later and wins. Any other part is handed back as it is.
 */
export function nameChineseFormats(content: Buffer): Buffer {
  const head = /<(\w+:)?styleSheet\b[^>]*[^/]>/.exec(content.toString('utf8', 0, 4000));
  if (head === null) return content;
  const prefix = head[1] ?? '';
  const formats = Object.entries(chineseFormats).map(
    ([id, code]) => `<${prefix}numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
  );
  const added = Buffer.from(`<${prefix}numFmts>${formats.join('')}</${prefix}numFmts>`);
  const at = Buffer.byteLength(head.input.slice(0, head.index + head[0].length));
  return Buffer.concat([content.subarray(0, at), added, content.subarray(at)]);
}

/** A format code without its literals, colours and locale marks: what is left are the place holders. */
export function bareFormat(format: string): string {
  return format
    .replaceAll(/"[^"]*"/g, '')
    .replaceAll(/\[[^\]]*\]/g, '')
    .replaceAll(/[\\_*]./g, '');
}

/** Whether a date format shows year and month but no day. */
export function showsMonthOnly(format: string): boolean {
  const bare = bareFormat(format).toLowerCase();
  return bare.includes('y') && bare.includes('m') && !bare.includes('d');
}
