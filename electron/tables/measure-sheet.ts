import { scanXml } from './xml-scan.ts';

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
};

const rowNumber = /(?:^|\s)r\s*=\s*["'](\d+)["']/;
const cellPlace = /(?:^|\s)r\s*=\s*["']([A-Za-z]{1,3})(\d{1,7})["']/;

/**
 * Measures a worksheet part by its filled cells, so that rows that only carry a style (offices format whole
 * columns down to row 1,048,576) cost nothing. A cell without a reference follows the one before it
 * (ECMA-376 part 1, 18.3.1.4 and 18.3.1.73).
 */
export function measureSheet(xml: string): SheetExtent {
  let row = 0;
  let column = -1;
  let cells = 0;
  let values = 0;
  let inValue = false;
  let lastRow = 0;
  let lastColumn = -1;
  scanXml(xml, {
    open: (name, attributes) => {
      if (name === 'row') {
        row = Number(rowNumber.exec(attributes)?.[1] ?? row + 1);
        column = -1;
      } else if (name === 'c') {
        const place = cellPlace.exec(attributes);
        column = place === null ? column + 1 : columnOf(place[1] ?? '');
        row = place === null ? row : Number(place[2]);
      } else if (name === 'v' || name === 'f' || name === 'is') {
        cells += 1;
        inValue = name === 'v';
        if (name === 'is') values += 1;
        lastRow = Math.max(lastRow, row);
        lastColumn = Math.max(lastColumn, column);
      }
    },
    text: () => {
      if (inValue) values += 1;
      inValue = false;
    },
    close: () => {
      inValue = false;
    },
  });
  return { lastRow, lastColumn, cells, values };
}

function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
