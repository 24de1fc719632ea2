import { cleanText } from '#shared/base/text.ts';
import type { DocumentPreview, PreviewLimits } from '#shared/candidates/document-preview.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { TableLimits } from '#shared/tables/table.ts';
import { openContainer, type UnzipCode } from '../tables/unzip-parts.ts';
import { readAttribute, resolveEntities, scanXml, type XmlVisitor } from '../tables/xml-scan.ts';
import { gatherBlocks, type BlockGatherer } from './gather-blocks.ts';

const mainPart = 'word/document.xml';

/**
 * Reads the text of a Word document (ECMA-376 part 1, WordprocessingML): paragraphs and tables of its main part, in their
 * order. No other part is unpacked; fields, deleted text, pictures and numbers of lists are left out.
 */
export async function readDocx(
  bytes: Buffer,
  limits: TableLimits,
  preview: PreviewLimits,
): Promise<Result<DocumentPreview, UnzipCode>> {
  const container = await openContainer(bytes, limits);
  if (!container.ok) return container;
  const part = await container.value.read(mainPart);
  if (!part.ok) return part;
  const blocks = gatherBlocks(preview);
  const walk = walkDocument(blocks, preview);
  const fault = scanXml(part.value.toString('utf8'), walk.visitor);
  return fault === null ? ok(blocks.finish(walk.pictures())) : fail('tables.damaged', { part: mainPart });
}

type Paragraph = { text: string; level: number };
type Table = { readonly rows: string[][]; cell: string[] };

/** What lies open while the document is walked: paragraphs and tables nest, in cells and in text boxes. */
type Walk = {
  readonly blocks: BlockGatherer;
  readonly limits: PreviewLimits;
  readonly paragraphs: Paragraph[];
  readonly tables: Table[];
  pictures: number;
  skipping: number;
  inText: boolean;
};

/** Elements that stand for a character. */
const characters: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' };
/** A drawing's fallback for old programs repeats its text; fields and deleted text are no text of the document. */
const skipped = new Set(['Fallback', 'del', 'moveFrom', 'instrText', 'delText']);

function walkDocument(
  blocks: BlockGatherer,
  limits: PreviewLimits,
): { readonly visitor: XmlVisitor; readonly pictures: () => number } {
  const walk: Walk = { blocks, limits, paragraphs: [], tables: [], pictures: 0, skipping: 0, inText: false };
  const visitor: XmlVisitor = {
    open: (name, attributes) => enter(walk, name, attributes),
    close: (name) => leave(walk, name),
    text: (raw) => walk.inText && put(walk, resolveEntities(raw)),
  };
  return { visitor, pictures: () => walk.pictures };
}

function enter(walk: Walk, name: string, attributes: string): void {
  const { paragraphs, tables } = walk;
  if (skipped.has(name)) walk.skipping += 1;
  else if (name === 'p') paragraphs.push({ text: '', level: 0 });
  else if (name === 'tbl') tables.push({ rows: [], cell: [] });
  else if (name === 'tr') tables.at(-1)?.rows.push([]);
  else if (name === 'pStyle') setLevel(paragraphs.at(-1), attributes);
  else if (name === 'drawing' || name === 'pict') walk.pictures += walk.skipping === 0 ? 1 : 0;
  else if (name === 't') walk.inText = true;
  else if (Object.hasOwn(characters, name)) put(walk, characters[name] ?? '');
}

function leave(walk: Walk, name: string): void {
  if (skipped.has(name)) walk.skipping -= 1;
  else if (name === 'p') endParagraph(walk);
  else if (name === 'tbl') endTable(walk);
  else if (name === 'tc') endCell(walk.tables.at(-1), walk.limits);
  else if (name === 't') walk.inText = false;
}

/** One character more than is shown is kept, to say that there is more; nothing grows with what lies nested deeply. */
function put({ limits, paragraphs, skipping }: Walk, text: string): void {
  const paragraph = paragraphs.at(-1);
  if (paragraph === undefined || skipping > 0) return;
  paragraph.text += text.slice(0, limits.text + 1 - paragraph.text.length);
}

function endParagraph({ blocks, paragraphs, tables, skipping }: Walk): void {
  const { text = '', level = 0 } = paragraphs.pop() ?? {};
  const clean = cleanText(text).trim();
  const table = tables.at(-1);
  if (skipping > 0) return;
  if (table === undefined) blocks.addText(level, clean);
  else table.cell.push(clean);
}

/** A table inside a cell becomes lines of that cell. */
function endTable({ blocks, limits, tables, skipping }: Walk): void {
  const { rows = [] } = tables.pop() ?? {};
  const outer = tables.at(-1);
  if (skipping > 0) return;
  if (outer === undefined) blocks.addTable(rows);
  else outer.cell.push(...rows.slice(0, limits.rows).map((cells) => cells.join('  ').slice(0, limits.text + 1)));
}

function endCell(table: Table | undefined, { text, rows }: PreviewLimits): void {
  if (table === undefined) return;
  const lines = table.cell.slice(0, rows).filter((line) => line !== '');
  table.rows.at(-1)?.push(lines.join('\n').slice(0, text + 1));
  table.cell = [];
}

/** `Heading1`, `标题 2`, or the bare number that Chinese Word gives its headings' styles. */
function setLevel(paragraph: Paragraph | undefined, attributes: string): void {
  const style = readAttribute(attributes, '(?:\\w+:)?val') ?? '';
  const level = /^(?:heading|标题)?\s?([1-6])$/i.exec(style)?.[1];
  if (paragraph !== undefined) paragraph.level = level === undefined ? Number(/^title$/i.test(style)) : Number(level);
}
