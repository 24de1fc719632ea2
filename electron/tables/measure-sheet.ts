import type { XmlVisitor } from './xml-scan.ts';

/** How far the filled cells of a worksheet reach. */
export type SheetExtent = {
  /** 1-based, 0 for none. */
  readonly lastRow: number;
  /** 0-based, −1 for none. */
  readonly lastColumn: number;
  /** Values and formulas together. */
  readonly cells: number;
  /** Cells with a stored value: as many have to come out of reading. */
  readonly values: number;
  /** What reading makes an object of: cells up to the last filled one, empty ones too, and all other elements. */
  readonly objects: number;
};

const rowElements = new Set(['row', 'c', 'v', 'f']);

const rowNumber = /(?:^|\s)r\s*=\s*["'](\d+)["']/;
const cellPlace = /(?:^|\s)r\s*=\s*["']([A-Za-z]{1,3})(\d{1,7})["']/;

/** Measures a worksheet while its XML is scanned. */
export type SheetMeasure = { readonly visitor: XmlVisitor; readonly extent: () => SheetExtent };

/**
 * Measures a worksheet part by its filled cells, so that rows that only carry a style (offices format whole
 * columns down to row 1,048,576) cost nothing. A cell without a reference follows the one before it
 * (ECMA-376 part 1, 18.3.1.4 and 18.3.1.73).
 */
export function measureSheet(): SheetMeasure {
  const extent = { lastRow: 0, lastColumn: -1, cells: 0, values: 0, objects: 0 };
  let emptyCells = 0;
  let row = 0;
  let column = -1;
  let inValue = false;
  const open = (name: string, attributes: string): void => {
    if (!rowElements.has(name)) extent.objects += 1;
    if (name === 'row') {
      row = Number(rowNumber.exec(attributes)?.[1] ?? row + 1);
      column = -1;
    } else if (name === 'c') {
      emptyCells += 1;
      const place = cellPlace.exec(attributes);
      column = place === null ? column + 1 : columnOf(place[1] ?? '');
      row = place === null ? row : Number(place[2]);
    } else if (name === 'v' || name === 'f' || name === 'is') {
      extent.cells += 1;
      extent.objects += emptyCells;
      emptyCells = 0;
      inValue = name === 'v';
      if (name === 'is') extent.values += 1;
      extent.lastRow = Math.max(extent.lastRow, row);
      extent.lastColumn = Math.max(extent.lastColumn, column);
    }
  };
  const text = (): void => {
    if (inValue) extent.values += 1;
    inValue = false;
  };
  const close = (): void => {
    inValue = false;
  };
  return { visitor: { open, text, close }, extent: () => extent };
}

function columnOf(letters: string): number {
  let column = 0;
  for (let index = 0; index < letters.length; index += 1) column = column * 26 + (letters.charCodeAt(index) & 31);
  return column - 1;
}
