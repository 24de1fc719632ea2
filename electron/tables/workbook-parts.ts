import { posix } from 'node:path';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { TableLimits } from '#shared/tables/table.ts';
import { measureSheet, type SheetExtent } from './measure-sheet.ts';
import type { Container, UnzipCode } from './unzip-parts.ts';
import { readAttribute, scanXml, type XmlFault } from './xml-scan.ts';

/** The parts of a workbook that hold cell values, checked; pictures, charts, comments and links are left out. */
export type WorkbookParts = {
  readonly parts: ReadonlyMap<string, Buffer>;
  /** By position in the workbook's list of sheets; null for what is no worksheet (a chart sheet). */
  readonly extents: readonly (SheetExtent | null)[];
};

export type PartsCode = UnzipCode | 'tables.doctype' | 'tables.other-format' | 'tables.too-many-cells';

const slotsPerCell = 12;

type Relation = { readonly id: string; readonly type: string; readonly target: string };

/**
 * Picks the workbook, its sheets, styles and texts out of a container (ECMA-376 part 2) and checks each:
 * declared size, CRC, sound XML without a document type declaration, and cells within the limits.
 */
export async function readWorkbookParts(
  container: Container,
  limits: TableLimits,
): Promise<Result<WorkbookParts, PartsCode>> {
  const parts = new Map<string, Buffer>();
  const load: Load = async (name, check = (xml) => scanPart(xml, limits)) => {
    const content = await container.read(name);
    if (!content.ok) return content;
    parts.set(name, content.value);
    const xml = content.value.toString('utf8');
    const fault = check(xml);
    if (fault === null) return ok(xml);
    if (fault === 'too-many') return tooMany(limits);
    return fail(fault === 'doctype' ? 'tables.doctype' : 'tables.damaged', { part: name.slice(0, 100) });
  };
  const types = await load('[Content_Types].xml');
  if (!types.ok) return types;
  const roots = await load('_rels/.rels');
  if (!roots.ok) return roots;
  const workbookPath = listRelations(roots.value, '').find(({ type }) => type === 'officeDocument')?.target;
  if (workbookPath === undefined) return fail('tables.damaged', { part: '_rels/.rels' });
  const workbook = await load(workbookPath);
  if (!workbook.ok) return workbook;
  if (!/<(?:\w+:)?sheets[\s>]/.test(workbook.value)) return fail('tables.other-format', { format: 'OOXML' });
  const { dir, base } = posix.parse(workbookPath);
  const relations = await load(posix.join(dir, '_rels', `${base}.rels`));
  if (!relations.ok) return relations;
  const targets = listRelations(relations.value, dir);
  for (const { type, target } of targets) {
    if ((type !== 'sharedStrings' && type !== 'styles') || !container.names.has(target)) continue;
    const part = await load(target);
    if (!part.ok) return part;
  }
  const extents = await loadSheets(listSheetIds(workbook.value), targets, load, limits);
  return extents.ok ? ok({ parts, extents: extents.value }) : extents;
}

/** Loads a part as text after its check. */
type Load = (name: string, check?: (xml: string) => PartFault | null) => Promise<Result<string, PartsCode>>;
type PartFault = XmlFault | 'too-many';

/** The library builds a tree of every part but sheets: 60 KB of repeated texts can unpack to a gigabyte of it. */
function scanPart(xml: string, limits: TableLimits): PartFault | null {
  let elements = 0;
  const fault = scanXml(xml, {
    open: () => {
      elements += 1;
    },
  });
  return fault ?? (elements > limits.cells ? 'too-many' : null);
}

async function loadSheets(
  ids: readonly string[],
  targets: readonly Relation[],
  load: Load,
  limits: TableLimits,
): Promise<Result<(SheetExtent | null)[], PartsCode>> {
  const extents: (SheetExtent | null)[] = [];
  let cells = 0;
  let objects = 0;
  for (const id of ids) {
    const target = targets.find((relation) => relation.id === id && relation.type === 'worksheet')?.target;
    if (target === undefined) {
      extents.push(null);
      continue;
    }
    const measure = measureSheet();
    const sheet = await load(target, (xml) => scanXml(xml, measure.visitor));
    if (!sheet.ok) return sheet;
    const extent = measure.extent();
    cells += extent.cells;
    objects += extent.objects;
    if (
      extent.lastRow > limits.rows ||
      extent.lastColumn >= limits.columns ||
      cells > limits.cells ||
      objects > 2 * limits.cells
    )
      return tooMany(limits);
    extents.push(extent);
  }
  // The library makes a full rectangle of each sheet: bound what two far corners could cost.
  const area = widestArea(extents) * extents.length;
  if (area > limits.cells * slotsPerCell) return tooMany(limits);
  return ok(extents);
}

function widestArea(extents: readonly (SheetExtent | null)[]): number {
  const rows = Math.max(0, ...extents.map((extent) => extent?.lastRow ?? 0));
  const columns = Math.max(0, ...extents.map((extent) => (extent?.lastColumn ?? -1) + 1));
  return rows * columns;
}

function tooMany({ rows, columns, cells }: TableLimits): Result<never, PartsCode> {
  return fail('tables.too-many-cells', { rows, columns, cells });
}

/** Relations with the last word of their type and their target from the container's root (ECMA-376 part 2, 9.3). */
function listRelations(xml: string, folder: string): Relation[] {
  const relations: Relation[] = [];
  scanXml(xml, {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      const target = readAttribute(attributes, 'Target') ?? '';
      relations.push({
        id: readAttribute(attributes, 'Id') ?? '',
        type: (readAttribute(attributes, 'Type') ?? '').replace(/^.*\//, ''),
        target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
      });
    },
  });
  return relations;
}

function listSheetIds(xml: string): string[] {
  const ids: string[] = [];
  scanXml(xml, {
    open: (name, attributes) => {
      if (name === 'sheet') ids.push(readAttribute(attributes, '\\w+:id') ?? '');
    },
  });
  return ids;
}
