// Prefixes are free to choose and characters may be written as numbers (XML 1.0, 4.1; Namespaces in XML 1.0, 3), so that a
// pattern must not count on how Word itself writes them.

const runs = /^\s*(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|MACROBUTTON)\b/i;
const relationship = /<(?:[\w.-]+:)?Relationship\s[^>]*>/g;
const activeRelation =
  /\sType\s*=\s*["'][^"']*\/(?:aFChunk|oleObject|control|package|vbaProject|attachedTemplate)["']/i;
const hyperlink = /\sType\s*=\s*["'][^"']*\/hyperlink["']/i;
const outside = /\sTargetMode\s*=\s*["']\s*External\s*["']/i;
const fieldBegins = /<(?:[\w.-]+:)?fldChar\s[^>]*?fldCharType\s*=\s*["']begin["']/;
const instruction = /<(?:[\w.-]+:)?instrText(?:\s[^>]*)?>([^<]*)</g;
const simpleField = /\s(?:[\w.-]+:)?instr\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Whether a part of a document runs, embeds or fetches something when the document is opened; the text of one field may lie in several runs. */
export function isActive(name: string, text: string): boolean {
  return name.endsWith('.rels') ? hasActiveRelation(text) : listFields(text).some((field) => runs.test(field));
}

/** A hyperlink waits for a click; everything else from outside is fetched unasked. */
function hasActiveRelation(text: string): boolean {
  return (text.match(relationship) ?? [])
    .map(decode)
    .some((one) => activeRelation.test(one) || (outside.test(one) && !hyperlink.test(one)));
}

function listFields(text: string): string[] {
  const simple = [...text.matchAll(simpleField)].map(([, double, single]) => decode(double ?? single ?? ''));
  const complex = text
    .split(fieldBegins)
    .map((part) => decode([...part.matchAll(instruction)].map(([, code = '']) => code).join('')));
  return [...simple, ...complex];
}

function decode(text: string): string {
  return text.replaceAll(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (whole, hex: string | undefined, decimal: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
