import { cleanParagraph } from './clean.ts';
import { isNumeric, type FieldDefinition } from './field.ts';
import { recogniseUnit, splitUnitAtEnd } from './units.ts';

/** A header cell taken apart: 建筑面积（万㎡）* → words 建筑面积, hints [万m2]. */
export type HeaderWords = { readonly words: string; readonly full: string; readonly hints: readonly string[] };

/** Folds a header for comparison: no white space, numbering, asterisks, brackets or closing punctuation. */
export function parseHeader(text: string): HeaderWords {
  const folded = cleanParagraph(text)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\s+/g, '')
    .replaceAll(/[*★※]/g, '')
    .replace(/^(?:\d{1,2}[.、)]|\(?[一二三四五六七八九十]{1,3}[、)])(?=.)/, '');
  const hints = [...folded.matchAll(/[([【〔{]([^)\]】〕}]*)[)\]】〕}]/g)].map((match) => stripLabel(match[1] ?? ''));
  const words = trimPunctuation(folded.replaceAll(/[([【〔{][^)\]】〕}]*[)\]】〕}]/g, ''));
  return { words, full: trimPunctuation(folded.replaceAll(/[()[\]【】〔〕{}]/g, '')), hints };
}

function stripLabel(hint: string): string {
  return hint.replace(/^单位[::]?/, '');
}

function trimPunctuation(text: string): string {
  return text.replaceAll(/^[-_.:、,。;/|]+|[-_.:、,。;/|]+$/g, '');
}

/** Every header that means a field, folded; earlier definitions win. */
export type HeaderIndex = ReadonlyMap<string, FieldDefinition>;

/** Builds the look-up of all labels and synonyms. */
export function indexHeaders(definitions: readonly FieldDefinition[]): HeaderIndex {
  const index = new Map<string, FieldDefinition>();
  for (const definition of definitions) {
    for (const name of [definition.zh, definition.en, definition.key, ...definition.synonyms]) {
      const { words, full } = parseHeader(name);
      for (const form of [words, full]) if (!index.has(form)) index.set(form, definition);
    }
  }
  return index;
}

/** Under a group header these mean the group itself: 企业数 + 总数. */
const wholes = new Set(['总数', '合计', '总计', '总量', '数量', '人数', '现有', '小计', '全部', '总']);

/** What a header cell under a group header was taken for; `unit` as `recogniseUnit` gives it. */
export type HeaderMatch = { readonly definition: FieldDefinition; readonly unit: string | null };

/**
 * Matches a header, alone or joined with the group header above it (从业人员 + 新增 = 新增从业人员). The joined form
 * goes first, so that 申报单位 + 名称 is not taken for the candidate's name.
 */
export function matchHeader(index: HeaderIndex, group: string, header: string): HeaderMatch | null {
  const above = parseHeader(group);
  const own = parseHeader(header);
  const joined = [above.words + own.full, above.words + own.words, own.words + above.words];
  const whole = own.words === '' || wholes.has(own.words) ? [above.full, above.words] : [own.full, own.words];
  const forms = [...joined, ...whole];
  const hints = [...own.hints, ...above.hints];
  for (const form of forms) {
    const definition = index.get(form);
    if (definition !== undefined) return { definition, unit: unitAmong(definition, hints) };
  }
  return matchWithUnit(index, own.words === '' ? above.words : own.words);
}

/** A unit written behind the name without brackets: 增速%, 软件收入/亿元, 建筑面积：万㎡. */
function matchWithUnit(index: HeaderIndex, words: string): HeaderMatch | null {
  for (const type of ['area', 'money', 'percent', 'count'] as const) {
    const parts = splitUnitAtEnd(type, words);
    const definition = parts === null ? undefined : index.get(trimPunctuation(parts.rest));
    if (parts !== null && definition?.type === type) return { definition, unit: parts.unit };
  }
  return null;
}

function unitAmong({ type }: FieldDefinition, hints: readonly string[]): string | null {
  if (!isNumeric(type)) return null;
  for (const hint of hints) {
    const unit = recogniseUnit(type, hint) ?? recogniseUnit(type, hint.replace(/^.*[:、,]/, ''));
    if (unit !== null) return unit;
  }
  return null;
}
