import type { DXT } from 'docxtemplater';
import { z } from 'zod';
import type { Sentence } from '#shared/base/sentence.ts';
import type { Placeholder } from '#shared/reports/placeholder.ts';

/** A tag of a template, with those inside when it is a loop or condition; `plain` false for kinds that are not allowed. */
export type Tag = { readonly name: string; readonly plain: boolean; readonly inner: readonly Tag[] | null };

type Part = { type: string; value?: unknown; module?: string | undefined; subparsed?: Part[] | undefined };
const partSchema: z.ZodType<Part> = z.lazy(() =>
  z.object({
    type: z.string(),
    value: z.unknown(),
    module: z.string().optional(),
    subparsed: z.array(partSchema).optional(),
  }),
);
const inspectSchema = z.object({ inspect: z.object({ postparsed: z.array(partSchema) }) });

/** A module of docxtemplater that notes the tags of every part as they are compiled. */
export function tagCollector(): { readonly module: DXT.Module; readonly tags: () => readonly Tag[] } {
  const found: Tag[] = [];
  return {
    module: {
      name: 'tag-collector',
      set: (options: unknown) => {
        const parsed = inspectSchema.safeParse(options);
        if (parsed.success) found.push(...readTags(parsed.data.inspect.postparsed));
      },
    },
    tags: () => found,
  };
}

function readTags(parts: readonly Part[]): Tag[] {
  return parts
    .filter(({ type }) => type === 'placeholder')
    .map(({ value, module, subparsed }) => ({
      name: String(value),
      // {@name} would put text in as markup.
      plain: module === undefined || module === 'loop',
      inner: subparsed === undefined ? null : readTags(subparsed),
    }));
}

/** Tags that the form does not know where they stand, as they are written. */
export function listUnknown(tags: readonly Tag[], known: readonly Placeholder[]): string[] {
  const unknown = new Set<string>();
  walk(tags, [known], unknown);
  return [...unknown];
}

/** @param open the places whose loops stand around; a loop inside itself would multiply, not nest */
function walk(
  tags: readonly Tag[],
  scopes: readonly (readonly Placeholder[])[],
  unknown: Set<string>,
  open: readonly Placeholder[] = [],
): void {
  for (const { name, plain, inner } of tags) {
    const written = inner === null ? `{${name}}` : `{#${name}}`;
    const place = scopes.flat().find((placeholder) => placeholder.name === name);
    if (!plain || place === undefined || (place.items === null) !== (inner === null) || open.includes(place)) {
      unknown.add(plain ? written : `{@${name}}`);
    } else if (inner !== null) {
      walk(inner, [place.items ?? [], ...scopes], unknown, [...open, place]);
    }
  }
}

const faults: Readonly<Record<string, (tag: string) => Sentence>> = {
  unopened_tag: (tag) => ({ zh: `“${tag}}”前面缺少“{”`, en: `“{” is missing before “${tag}}”` }),
  unclosed_tag: (tag) => ({ zh: `“{${tag}”后面缺少“}”`, en: `“}” is missing after “{${tag}”` }),
  duplicate_open_tag: (tag) => ({ zh: `“${tag}”处“{”重复`, en: `“{” is doubled at “${tag}”` }),
  duplicate_close_tag: (tag) => ({ zh: `“${tag}”处“}”重复`, en: `“}” is doubled at “${tag}”` }),
  unopened_loop: (tag) => ({ zh: `“{/${tag}}”没有对应的“{#${tag}}”`, en: `“{/${tag}}” has no “{#${tag}}”` }),
  unclosed_loop: (tag) => ({ zh: `“{#${tag}}”没有对应的“{/${tag}}”`, en: `“{#${tag}}” has no “{/${tag}}”` }),
  closing_tag_does_not_match_opening_tag: (tag) => ({
    zh: `循环“{#${tag}}”的结尾写成了别的名称`,
    en: `the loop “{#${tag}}” ends under another name`,
  }),
  unbalanced_loop_tags: () => ({
    zh: '循环的头和尾不在同一张表格里',
    en: 'a loop begins and ends in different tables',
  }),
};

const errorSchema = z.object({
  properties: z.object({
    id: z.string(),
    xtag: z.string().optional(),
    openingtag: z.string().optional(),
    errors: z.array(z.unknown()).optional(),
  }),
});

/** What is wrong with a template, of an error that docxtemplater threw; the first fault when there are several. */
export function describeFault(error: unknown): Sentence {
  const parsed = errorSchema.safeParse(error);
  if (!parsed.success) return { zh: '文档内容无法读取', en: 'its content cannot be read' };
  const { id, xtag, openingtag, errors } = parsed.data.properties;
  if (errors !== undefined && errors.length > 0) return describeFault(errors[0]);
  const tag = (openingtag ?? xtag ?? '').slice(0, 40);
  const say = faults[id];
  if (say !== undefined) return say(tag);
  return { zh: `“${tag}”处有误（${id}）`, en: `there is a fault at “${tag}” (${id})` };
}
