import { fail, ok, type Result } from '#shared/base/result.ts';
import type { TemplateView } from '#shared/ipc/office-views.ts';
import { templateSchema, type CandidateKind, type Template } from '#shared/round/round.ts';
import type { RoundCode } from '#shared/round/sentences.ts';
import base from '../../resources/templates/base.json' with { type: 'json' };
import blank from '../../resources/templates/blank.json' with { type: 'json' };
import building from '../../resources/templates/building.json' with { type: 'json' };
import college from '../../resources/templates/college.json' with { type: 'json' };
import product from '../../resources/templates/product.json' with { type: 'json' };
import talent from '../../resources/templates/talent.json' with { type: 'json' };

// The files are part of the bundle, so that no path has to be right at run time; the schema is still applied to each.
const sources: Readonly<Record<CandidateKind, unknown>> = { building, product, talent, college, base, other: blank };

/** A template file holds text only; the built-in ones stay below 100 kB. */
const sizeLimit = 1024 * 1024;

/** The built-in templates (评分标准模板) in the order of the start page; the blank one comes last. */
export function listTemplates(): readonly TemplateView[] {
  return Object.values(sources).map((source) => viewTemplate(templateSchema.parse(source)));
}

/**
 * The built-in template of a kind; `blank` is another name for `other`.
 * @returns `round.template-unknown` for any other name
 */
export function loadTemplate(kind: string): Result<Template, RoundCode> {
  const name = kind === 'blank' ? 'other' : kind;
  const source = Object.entries(sources).find(([known]) => known === name)?.[1];
  return source === undefined ? fail('round.template-unknown', { name: kind }) : ok(templateSchema.parse(source));
}

/**
 * Reads a template that an office saved or received: UTF-8 JSON (a byte-order mark is tolerated), at most 1 MiB.
 * @param name file name for the sentence
 * @returns `round.template-unreadable` when it is no such text, `round.template-invalid` with the first place that breaks the schema
 */
export function parseTemplateFile(bytes: Uint8Array, name: string): Result<Template, RoundCode> {
  const content = parseJson(bytes);
  if (!content.ok) return fail('round.template-unreadable', { name });
  const parsed = templateSchema.safeParse(content.value);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  const problem = issue === undefined ? '?' : `${issue.path.join('.')}: ${issue.message}`;
  return fail('round.template-invalid', { name, problem });
}

function parseJson(bytes: Uint8Array): Result<unknown, 'unreadable'> {
  if (bytes.length > sizeLimit) return fail('unreadable');
  try {
    // The decoder drops a byte-order mark; Windows editors write one.
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return fail('unreadable');
  }
}

/** Counts criteria of the longest form: what one expert fills in for one candidate. */
function viewTemplate({ title, notice, design }: Template): TemplateView {
  const criteria = design.rubrics.map(({ categories }) =>
    categories.reduce((sum, each) => sum + each.criteria.length, 0),
  );
  return {
    kind: design.kind,
    title,
    notice,
    tracks: design.tracks.length,
    criteria: Math.max(...criteria),
    quota: design.policy.selection?.quota ?? null,
  };
}
