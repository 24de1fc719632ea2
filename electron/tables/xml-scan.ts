/** Called for every tag; `name` without its prefix, `attributes` as written. A self-closing tag opens and closes. */
export type XmlVisitor = {
  readonly open?: (name: string, attributes: string) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
};

export type XmlFault = 'doctype' | 'malformed';

const depthMaximum = 200;
const tagName = /[^\s/>]+/y;

/**
 * Walks an XML document without building anything and says what is wrong with it: a document type declaration
 * (no part of a workbook has one; entities would follow), tags that do not pair, text cut off.
 * @returns null when the document is sound
 */
export function scanXml(xml: string, visitor: XmlVisitor): XmlFault | null {
  const stack: string[] = [];
  let position = xml.charCodeAt(0) === 0xfeff ? 1 : 0;
  let roots = 0;
  while (position < xml.length) {
    const start = xml.indexOf('<', position);
    const text = xml.slice(position, start === -1 ? xml.length : start);
    if (stack.length === 0 && text.trim() !== '') return 'malformed';
    if (text !== '') visitor.text?.(text);
    if (start === -1) break;
    const end = findTagEnd(xml, start);
    if (end === null) return 'malformed';
    if (end === 'doctype') return 'doctype';
    position = end + 1;
    const kind = xml.charAt(start + 1);
    if (kind === '?') continue;
    if (kind === '!') {
      if (xml.startsWith('<![CDATA[', start)) visitor.text?.(xml.slice(start + 9, end - 2));
      continue;
    }
    if (kind === '/') {
      const name = xml.slice(start + 2, end).trimEnd();
      if (stack.pop() !== name) return 'malformed';
      visitor.close?.(localName(name));
      continue;
    }
    if (stack.length === 0) roots += 1;
    if (!enterTag(xml, start, end, stack, visitor)) return 'malformed';
  }
  return stack.length === 0 && roots === 1 ? null : 'malformed';
}

function enterTag(xml: string, start: number, end: number, stack: string[], visitor: XmlVisitor): boolean {
  tagName.lastIndex = start + 1;
  const name = tagName.exec(xml)?.[0];
  if (name === undefined || stack.length >= depthMaximum) return false;
  const closed = xml.charAt(end - 1) === '/';
  visitor.open?.(localName(name), xml.slice(start + 1 + name.length, closed ? end - 1 : end));
  if (closed) visitor.close?.(localName(name));
  else stack.push(name);
  return true;
}

/** The position of the `>` that ends what begins at `start`; quoted `>` do not count. */
function findTagEnd(xml: string, start: number): number | 'doctype' | null {
  if (xml.startsWith('<!--', start)) return endOf(xml, '-->', start + 4);
  if (xml.startsWith('<![CDATA[', start)) return endOf(xml, ']]>', start + 9);
  if (xml.startsWith('<!', start)) return 'doctype';
  if (xml.startsWith('<?', start)) return endOf(xml, '?>', start + 2);
  for (let position = start + 1; position < xml.length; position += 1) {
    const unit = xml.charCodeAt(position);
    if (unit === 0x3e) return position;
    if (unit === 0x3c) return null;
    if (unit === 0x22 || unit === 0x27) {
      position = xml.indexOf(xml.charAt(position), position + 1);
      if (position === -1) return null;
    }
  }
  return null;
}

function endOf(xml: string, mark: string, from: number): number | null {
  const found = xml.indexOf(mark, from);
  return found === -1 ? null : found + mark.length - 1;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The value of one attribute, with the five entities and character references resolved; null when absent. */
export function readAttribute(attributes: string, name: string): string | null {
  const match = new RegExp(`(?:^|[\\s])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  if (match === null) return null;
  return resolveEntities(match[1] ?? match[2] ?? '');
}

/** Text with the five entities and character references resolved; there are no others without a document type. */
export function resolveEntities(text: string): string {
  return text.replaceAll(/&(#x?[0-9a-fA-F]+|amp|lt|gt|quot|apos);/g, (_, entity: string) => resolveEntity(entity));
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function resolveEntity(entity: string): string {
  if (!entity.startsWith('#')) return entities[entity] ?? '';
  const code = entity.startsWith('#x') ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}
