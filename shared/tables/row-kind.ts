import { foldText } from './clean.ts';

/** What a row below the header is. Only `data` rows are candidates or experts; `heading` names a group of rows. */
export type RowKind = 'data' | 'blank' | 'total' | 'note' | 'header' | 'heading';

const totals =
  /^(?:合计|小计|总计|共计|累计|总和|求和|平均|均值|平均值|平均数|本页合计|本页小计|total|sum|subtotal|average)(?:[:(].*)?$/;
const notes =
  /^(?:注|备注|附注|说明|填表说明|填报说明|填写说明|附件?\d*|填表人|填报人|制表人?|审核人?|经办人|联系人|负责人|单位负责人|填报单位|填报日期|填表日期|制表日期|日期|盖章|※|\*)\s*[:.、]|^\(盖章\)|^(?:注|备注|说明)\d*$|^(?:note|remark)s?:/;
const headingMark = /^\(?[一二三四五六七八九十]{1,3}[、).]/;

/** What `judgeRow` needs to know of the sheet. */
export type RowContext = {
  /** The lowest header of each column, folded. */
  readonly headerTexts: readonly string[];
  /** Columns that name the row's subject: 编号, 名称, 单位. */
  readonly identifiers: readonly number[];
  /** Column of 序号, or −1. */
  readonly serial: number;
  /** Whether a text names a group of rows, for example a track. */
  readonly isGroupName: (text: string) => boolean;
};

/**
 * Tells data from what offices write around it.
 * @param texts what the row shows, by column, merges not spread
 * @param across whether the row's first text is merged over several columns
 * @param continued whether the row's subject is merged over from the row above
 */
export function judgeRow(
  texts: readonly string[],
  { across, continued }: { readonly across: boolean; readonly continued: boolean },
  context: RowContext,
): RowKind {
  const { identifiers, serial } = context;
  const shown = texts.flatMap((text, column) => (text === '' ? [] : [{ column, text }]));
  const filled = shown.filter(({ column }) => column !== serial);
  const lead = foldText(shown[0]?.text ?? '');
  if (totals.test(lead) || totals.test(foldText(filled[0]?.text ?? ''))) return 'total';
  if (identifiers.some((column) => totals.test(foldText(texts[column] ?? '')))) return 'total';
  if (notes.test(lead) && shown.length <= 4 && !looksLikeData(filled, identifiers)) return 'note';
  if (repeatsHeader(filled, context)) return 'header';
  if (filled.length > 1 || (continued && filled.length > 0)) return 'data';
  const [only] = filled;
  if (only === undefined) return lead !== '' && isHeading(lead, across, context) ? 'heading' : 'blank';
  return isHeading(foldText(only.text), across, context) || !identifiers.includes(only.column) ? 'heading' : 'data';
}

/** “一、工业软件（20 个）”, or a track's name alone in its row. */
function isHeading(text: string, across: boolean, { isGroupName }: RowContext): boolean {
  return headingMark.test(text) || across || isGroupName(text);
}

type Filled = readonly { readonly column: number; readonly text: string }[];

/** Several of 编号, 名称, 单位 are filled, and not all with “填表人：…” and its like. */
function looksLikeData(filled: Filled, identifiers: readonly number[]): boolean {
  const several = filled.filter(({ column }) => identifiers.includes(column)).length > 1;
  return several && !filled.every(({ text }) => /[:：]/.test(text));
}

/** A header printed again at the top of a page. */
function repeatsHeader(filled: Filled, { headerTexts }: RowContext): boolean {
  const isSame = ({ column, text }: Filled[number]): boolean => foldText(text) === headerTexts[column];
  const [first] = filled;
  if (first === undefined || !isSame(first)) return false;
  const same = filled.filter(isSame).length;
  return same >= 2 && same * 2 >= filled.length;
}
