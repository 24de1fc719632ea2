import Docxtemplater, { type DXT } from 'docxtemplater';
import PizZip from 'pizzip';
import { cleanText, withoutDirections } from '#shared/base/text.ts';
import { fontTable } from './docx-fonts.ts';

/** What fills a template: texts, loops, and conditions as `true` or `false`. Names are those of the placeholders. */
export type DocxData = { readonly [name: string]: string | boolean | readonly DocxData[] };

/** How templates are read: `{name}`, line feeds as line breaks, and no tag that could change the delimiters. */
export const templateOptions = {
  paragraphLoop: true,
  linebreaks: true,
  stripInvalidXMLChars: true,
  errorLogging: false,
  syntax: { changeDelimiterPrefix: null },
  nullGetter: () => '',
} as const;

const epoch = new Date('1980-01-01T00:00:00Z');

/** Tells how many of the outermost repetitions are filled. */
export type Step = (done: number, total: number) => void;

/**
 * Fills a template that has been checked. Text stays text whatever it holds.
 * @param madeAt milliseconds, for the document's properties; equal input gives equal bytes
 * @param builtIn whether the template is one of ours, which names its faces
 * @returns null when the template cannot be filled after all
 */
export function fillDocx(
  template: Uint8Array,
  data: DocxData,
  { title, madeAt, builtIn }: { readonly title: string; readonly madeAt: number; readonly builtIn: boolean },
  step: Step = () => undefined,
): Uint8Array | null {
  const zip = render(template, cleanData(data), step);
  if (zip === null) return null;
  zip.file('docProps/core.xml', coreProperties(title, madeAt));
  if (builtIn) zip.file('word/fontTable.xml', fontTable);
  return packDocx(zip);
}

function render(template: Uint8Array, data: DocxData, step: Step): PizZip | null {
  try {
    const document = new Docxtemplater<PizZip>(new PizZip(template), {
      ...templateOptions,
      modules: [stepCounter(step)],
    });
    document.render(data);
    return document.getZip();
  } catch {
    // Every error of the library is about the template, which was checked when it was chosen.
    return null;
  }
}

/** A module of docxtemplater that watches the outermost loop. */
function stepCounter(step: Step): DXT.Module {
  let told = 0;
  return {
    name: 'step-counter',
    render: (_part: DXT.Part, { scopeManager }: { scopeManager?: DXT.ScopeManager }) => {
      const done = scopeManager?.scopePathItem[0];
      const total = scopeManager?.scopePathLength[0];
      if (done !== undefined && total !== undefined && done !== told) step((told = done), total);
      return null;
    },
  };
}

/** Bytes of a document's parts, the same for the same parts. */
export function packDocx(zip: PizZip): Uint8Array {
  for (const file of Object.values(zip.files)) file.date = epoch;
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
}

const unfit = /[\ufffe\uffff]/g;
const loneSurrogates = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text as XML may carry it. */
function cleanDocumentText(text: string): string {
  return withoutDirections(cleanText(text)).replaceAll(unfit, '').replaceAll(loneSurrogates, '\ufffd');
}

function cleanData(data: DocxData): DocxData {
  const clean = (value: DocxData[string]): DocxData[string] => {
    if (typeof value === 'string') return cleanDocumentText(value);
    return typeof value === 'boolean' ? value : value.map(cleanData);
  };
  return Object.fromEntries(
    Object.entries(data).map(([name, value]): [string, DocxData[string]] => [name, clean(value)]),
  );
}

function coreProperties(title: string, madeAt: number): string {
  const time = `${new Date(madeAt).toISOString().slice(0, 19)}Z`;
  const escaped = cleanDocumentText(title).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escaped}</dc:title><dc:creator>满天星评审工作台</dc:creator>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('');
}
