import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Footer,
  LineRuleType,
  PageNumber,
  Packer,
  Paragraph,
  TextRun,
  type ISectionOptions,
  type Table,
} from 'docx';
import { faces } from './docx-fonts.ts';

/** Sizes of Chinese type in half-points: 2号 22 pt, 小2号 18 pt, 3号 16 pt, 4号 14 pt, 小4号 12 pt, 5号 10.5 pt. */
export const sizes = { two: 44, smallTwo: 36, three: 32, four: 28, smallFour: 24, five: 21 } as const;

/** Twips from line to line: 22 lines in a text block of 225 mm (GB/T 9704-2012, 5.2.3). */
export const linePitch = 579;
/**
 * Twips added to each character: 28 of 16 pt would need 448 pt, and a line of 156 mm has 442. A grid of characters would say the
 * same, but LibreOffice stretches the text of tables over it.
 */
export const narrowed = -5;
/** A character of 3号 in twips, for indents. */
export const character = 316;

type PageProperties = NonNullable<ISectionOptions['properties']>;

const millimetres = convertMillimetersToTwip;

/** A4 in twips. */
const paper = { width: 11_906, height: 16_838 } as const;

/** A4 with a text block of 156 × 225 mm, 37 mm from the top and 28 mm from the binding side (GB/T 9704-2012, 5.1, 5.2.1). */
const officialPage: PageProperties = {
  page: {
    size: paper,
    margin: {
      top: millimetres(37),
      bottom: millimetres(35),
      left: millimetres(28),
      right: millimetres(26),
      header: millimetres(15),
      footer: millimetres(24),
    },
  },
  // Of no type: lines are spaced exactly already, and a grid would pull titles and tables to its lines.
  grid: { linePitch },
};

/** A4 for the office's own forms, which are tables. */
const formPage: PageProperties = {
  page: {
    size: paper,
    margin: {
      top: millimetres(25),
      bottom: millimetres(22),
      left: millimetres(25),
      right: millimetres(20),
      header: millimetres(12),
      footer: millimetres(14),
    },
  },
};

/** A4 for 个人评分表, which shall take one page. */
const sheetPage: PageProperties = {
  page: {
    size: paper,
    margin: {
      top: millimetres(14),
      bottom: millimetres(15),
      left: millimetres(22),
      right: millimetres(15),
      header: millimetres(8),
      footer: millimetres(8),
    },
  },
};

const pages = { official: officialPage, form: formPage, sheet: sheetPage } as const;

export type DocxContent = {
  readonly title: string;
  readonly page: keyof typeof pages;
  /** False for pages that are handed out one by one. */
  readonly numbered?: boolean;
  readonly children: readonly (Paragraph | Table)[];
};

/** Writes a document; `official` pages carry their number outside, with a dash on both sides (GB/T 9704-2012, 7.5). */
export async function writeDocument({ title, page, numbered = true, children }: DocxContent): Promise<Uint8Array> {
  const official = page === 'official';
  const document = new Document({
    title,
    creator: '满天星评审工作台',
    evenAndOddHeaderAndFooters: official,
    styles: {
      default: {
        document: {
          run: {
            font: official ? fontOf('body') : fontOf('plain'),
            size: official ? sizes.three : sizes.five,
            language: { value: 'en-US', eastAsia: 'zh-CN' },
          },
          paragraph: official ? { spacing: exactly(linePitch) } : {},
        },
      },
    },
    sections: [
      {
        properties: pages[page],
        ...(numbered ? { footers: official ? outerNumbers() : { default: pageOf() } } : {}),
        children: [...children],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** Chinese in one of the faces; Latin letters and digits of text in the face that offices use for them. */
export function fontOf(face: keyof typeof faces): { ascii: string; hAnsi: string; eastAsia: string; cs: string } {
  const latin = face === 'plain' ? faces.plain : 'Times New Roman';
  return { ascii: latin, hAnsi: latin, eastAsia: faces[face], cs: latin };
}

/** Line spacing of exactly so many twips. */
export function exactly(line: number): { line: number; lineRule: typeof LineRuleType.EXACTLY } {
  return { line, lineRule: LineRuleType.EXACTLY };
}

/** Odd pages carry their number on the right, even ones on the left. */
function outerNumbers(): { default: Footer; even: Footer } {
  return { default: numberAt(AlignmentType.RIGHT), even: numberAt(AlignmentType.LEFT) };
}

/** “— 1 —” in 4号, one character from the outer edge. */
function numberAt(alignment: typeof AlignmentType.RIGHT | typeof AlignmentType.LEFT): Footer {
  const indent = alignment === AlignmentType.RIGHT ? { right: 280 } : { left: 280 };
  const run = { font: fontOf('plain'), size: sizes.four };
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        indent,
        children: [new TextRun({ ...run, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}

function pageOf(): Footer {
  const run = { font: fontOf('plain'), size: 18 };
  const children = ['第 ', PageNumber.CURRENT, ' 页，共 ', PageNumber.TOTAL_PAGES, ' 页'];
  return new Footer({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ ...run, children })] })],
  });
}
