import { cleanText } from '../base/text.ts';

// Characters without a shape that travel with copied text: zero-width ones, soft hyphens, marks of writing direction.
const invisible = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
const loneSurrogates = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const spaces = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const ideograph = '[\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef]';
const spaceBetweenIdeographs = new RegExp(`(?<=${ideograph})\\s+(?=${ideograph})`, 'gu');

// What most cells hold needs no cleaning but for blanks at its ends: the costly replacements are skipped.
const ordinary = /^[\u0020-\u007e\u4e00-\u9fff\u3001\u3002\uff08\uff09\uff0c\uff1a\uff1b]*$/;
const folded = /^[0-9a-z\u4e00-\u9fff]*$/;

/** Text of several lines: NFC, no invisible characters, plain spaces, no blanks at the ends of lines. */
export function cleanParagraph(text: string): string {
  if (ordinary.test(text)) return text.trim();
  return cleanText(text)
    .replaceAll(invisible, '')
    .replaceAll(loneSurrogates, '\ufffd')
    .replaceAll(spaces, ' ')
    .replaceAll(/ *\n */g, '\n')
    .trim();
}

/**
 * A name or code on one line: full-width letters and digits made plain (punctuation stays as an office writes it),
 * line breaks and stray spaces between Chinese characters removed, other runs of spaces made one.
 */
export function cleanLine(text: string): string {
  if (ordinary.test(text) && !text.includes(' ')) return text;
  return cleanParagraph(text)
    .replaceAll(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (letter) =>
      String.fromCharCode(letter.charCodeAt(0) - 0xfee0),
    )
    .replaceAll(spaceBetweenIdeographs, '')
    .replaceAll(/\s+/g, ' ');
}

/** A form of text to compare by: full-width and half-width alike, no white space, lower case. Never shown or stored. */
export function foldText(text: string): string {
  if (folded.test(text)) return text;
  return cleanParagraph(text).normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();
}

const blankWords = new Set(
  [
    '',
    '/',
    '\\',
    '-',
    '--',
    '---',
    '—',
    '——',
    '–',
    '无',
    '暂无',
    '没有',
    'n/a',
    'na',
    'n.a.',
    'null',
    'none',
    'nil',
    '空',
    '未填',
    '未填写',
    '不适用',
    '.',
    '。',
    '…',
    '……',
    '...',
    '......',
  ].map(foldText),
);

/** White space included. */
const longestBlank = 12;

/** Whether a cell says that it was not filled in: blank, `/`, `—`, 无 … (neither 0 nor 否). */
export function isBlankWord(text: string): boolean {
  return text.length <= longestBlank && blankWords.has(foldText(text));
}
