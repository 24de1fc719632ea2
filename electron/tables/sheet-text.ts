import { cleanText, withoutDirections } from '#shared/base/text.ts';

/** Characters of one cell that spreadsheets accept. */
const cellMaximum = 32_767;
const loneSurrogates = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Text as a spreadsheet's XML may carry it: no control characters but line feeds, no lone surrogates or
 * non-characters, and `_x0041_` kept as written (ECMA-376 part 1, 22.4.2.4, takes it for an escape).
 */
export function cleanSheetText(text: string): string {
  const plain = withoutDirections(cleanText(text)).replaceAll(/[\ufffe\uffff]/g, '');
  const bounded = plain.length > cellMaximum ? `${plain.slice(0, cellMaximum - 1)}…` : plain;
  return bounded.replaceAll(loneSurrogates, '\ufffd').replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** Sheet names that spreadsheets accept: 1 to 31 characters, none of []:*?/\, no apostrophe at the ends, all different. */
export function nameSheets(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name, index) => {
    const plain = cleanText(name)
      .replaceAll(/[[\]:*?/\\\n]/g, ' ')
      .replaceAll(/^[\s']+|[\s']+$/g, '');
    const base = plain === '' ? `Sheet${index + 1}` : plain;
    let result = base.slice(0, 31);
    for (let count = 2; taken.has(result.toLowerCase()); count += 1) {
      const suffix = ` (${count})`;
      result = base.slice(0, 31 - suffix.length) + suffix;
    }
    taken.add(result.toLowerCase());
    return result;
  });
}
