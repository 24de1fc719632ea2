import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IParagraphOptions,
} from 'docx';
import type { Face } from './docx-fonts.ts';
import { character, exactly, fontOf, linePitch, narrowed, sizes } from './docx-page.ts';

type Look = {
  readonly face?: Face;
  readonly size?: number;
  readonly bold?: boolean;
  readonly align?: 'left' | 'center' | 'right' | 'justified';
  /** Twips added to each character. */
  readonly narrowed?: number;
} & Pick<IParagraphOptions, 'spacing' | 'indent' | 'keepNext' | 'pageBreakBefore'>;

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justified: AlignmentType.JUSTIFIED,
} as const;

/** A paragraph of one look. */
export function line(value: string, { face, size, bold, align, narrowed: spacing, ...rest }: Look = {}): Paragraph {
  return new Paragraph({
    ...rest,
    ...(align === undefined ? {} : { alignment: alignments[align] }),
    children: [
      new TextRun({
        text: value,
        ...(face === undefined ? {} : { font: fontOf(face) }),
        ...(size === undefined ? {} : { size }),
        ...(bold === undefined ? {} : { bold }),
        ...(spacing === undefined ? {} : { characterSpacing: spacing }),
      }),
    ],
  });
}

/** A title in 小标宋 2号, its lines closer than their size asks in the grid. */
export function officialTitle(value: string, rest: Look = {}): Paragraph {
  return line(value, {
    face: 'title',
    size: sizes.two,
    align: 'center',
    spacing: exactly(640),
    keepNext: true,
    ...rest,
  });
}

/** Text in 仿宋 3号, indented by two characters. */
export function bodyText(value: string): Paragraph {
  return line(value, {
    align: 'justified',
    indent: { firstLine: 2 * character },
    spacing: exactly(linePitch),
    narrowed,
  });
}

/** 一、 in 黑体 and （一） in 楷体; 1. and （1） stay in 仿宋 (GB/T 9704-2012, 7.3.3). */
export function levelTitle(level: 1 | 2, value: string): Paragraph {
  const face = level === 1 ? 'level1' : 'level2';
  return line(value, { face, indent: { firstLine: 2 * character }, keepNext: true, narrowed });
}

/** The title of one of the office's own forms. */
export function formTitle(value: string, rest: Look = {}): Paragraph {
  return line(value, {
    face: 'title',
    size: sizes.smallTwo,
    align: 'center',
    spacing: { before: 120, after: 120 },
    ...rest,
  });
}

/** Puts the mark of a demo, or 内部资料, at the head of a form. */
export function marks(rest: Look = {}): Paragraph {
  return line('{#演示}【演示数据】{/演示}内部资料', { face: 'level1', size: sizes.five, ...rest });
}

/** One cell of a table. */
export type CellSpec = {
  readonly value: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly bold?: boolean;
  readonly across?: number;
  readonly filled?: boolean;
  /** Instead of the table's size. */
  readonly size?: number;
};

const rule = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const borders = { top: rule, bottom: rule, left: rule, right: rule, insideHorizontal: rule, insideVertical: rule };

type TableLook = {
  readonly heads?: number;
  readonly size?: number;
  readonly face?: Face;
  /** Least height of a row in twips. */
  readonly height?: number;
  /** Least twips from line to line; `exact` holds faces to them that ask for more. */
  readonly line?: number;
  readonly exact?: boolean;
  /** Twips above and below the text of a cell. */
  readonly padding?: number;
  /** So many rows from the top stay on one page with what follows them. */
  readonly together?: number;
  /** No row runs over a page; leave it out where a cell may hold a long text. */
  readonly whole?: boolean;
};

/** Rows of a table over columns of given widths (twips); the first `heads` rows (one, when not said) are repeated on every page. */
export function table(widths: readonly number[], rows: readonly (readonly CellSpec[])[], look: TableLook = {}): Table {
  const { heads = 1, height = 0, padding = 40, together = 0, whole = false } = look;
  return new Table({
    columnWidths: [...widths],
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    // Said once for the table: a document may hold hundreds of sheets.
    borders,
    margins: { top: padding, bottom: padding, left: 80, right: 80 },
    alignment: AlignmentType.CENTER,
    rows: rows.map((cells, index) => {
      const head = index < heads;
      return new TableRow({
        ...(head ? { tableHeader: true } : {}),
        ...(head || whole ? { cantSplit: true } : {}),
        ...(height === 0 ? {} : { height: { value: height, rule: 'atLeast' } }),
        children: cells.map((cell, column) =>
          cellOf(cell, { ...look, head, width: widths[column] ?? 0, kept: index < together }),
        ),
      });
    }),
  });
}

type CellLook = TableLook & { readonly head: boolean; readonly width: number; readonly kept: boolean };

function cellOf({ value, align, bold, across, filled, size: own }: CellSpec, look: CellLook): TableCell {
  const { head, width, kept, face, size = sizes.five, line: pitch = 300, exact = false } = look;
  const shown = own ?? size;
  return new TableCell({
    verticalAlign: VerticalAlignTable.CENTER,
    ...(across === undefined ? { width: { size: width, type: WidthType.DXA } } : { columnSpan: across }),
    ...(head || filled === true ? { shading: { fill: 'EDEFF3' } } : {}),
    children: value.split('\n').map((text) =>
      line(text, {
        ...(face === undefined ? {} : { face }),
        ...(shown === sizes.five ? {} : { size: shown }),
        ...((bold ?? head) ? { bold: true } : {}),
        ...(kept ? { keepNext: true } : {}),
        align: align ?? (head ? 'center' : 'left'),
        spacing: exact ? exactly(pitch) : { line: pitch, lineRule: 'atLeast' },
      }),
    ),
  });
}
