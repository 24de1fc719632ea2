import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { timeSchema } from '#shared/base/ids.ts';
import { policySchema, type Policy } from '#shared/round/policy.ts';
import type { RoundDesign, Template } from '#shared/round/round.ts';
import { createRound } from '../round/create-round.ts';
import { listTemplates, loadTemplate, parseTemplateFile } from '../round/templates.ts';
import type { OptionValues, Run } from './command.ts';
import { oneOf, optionalText, textOption, wholeNumber } from './options.ts';
import { withActingMember } from './workspace.ts';

/** `mtx round create` */
export const create: Run = (input, context) =>
  withActingMember(input, context, (workspace) => {
    const { options } = input;
    const template = readTemplate(textOption(options, 'template'));
    if (!template.ok) return template;
    const design = adaptDesign(template.value.design, options);
    if (!design.ok) return design;
    const mode = oneOf(options, 'mode', ['official', 'demo'], 'official');
    if (!mode.ok) return mode;
    const deadline = optionalText(options, 'deadline') ?? null;
    if (deadline !== null && !timeSchema.safeParse(deadline).success) {
      return fail('cli.choice', { option: 'deadline', choices: 'YYYY-MM-DDThh:mm:ssZ' });
    }
    const round = createRound(workspace, {
      title: textOption(options, 'title'),
      mode: mode.value,
      deadline,
      design: design.value,
    });
    if (!round.ok) return round;
    const { id, title, status } = round.value;
    const json = { roundId: id, title, mode: round.value.mode, status, kind: round.value.design.kind };
    const text = context.language === 'en' ? `Round “${title}” created: ${id}` : `批次“${title}”已建立：${id}`;
    return ok({ json, text, exit: 0 });
  });

function readTemplate(name: string): Result<Template> {
  const builtIn = loadTemplate(name);
  if (builtIn.ok) return builtIn;
  const bytes = readBytes(name);
  if (bytes !== null) return parseTemplateFile(bytes, basename(name));
  const known = listTemplates().map(({ kind }) => kind);
  return fail('round.template-unknown', { name, known: known.join(' | ') });
}

/** Reads a policy file. */
export function readPolicy(file: string): Result<Policy> {
  const bytes = readBytes(file);
  if (bytes === null) return fail('cli.file-missing', { file });
  const refuse = (problem: string): Result<Policy> => fail('cli.policy-file', { file: basename(file), problem });
  const value = parseJson(bytes);
  if (value === null) return refuse('no JSON');
  const parsed = policySchema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  return refuse(
    issue === undefined ? '?' : [...(issue.path.length > 0 ? [issue.path.join('.')] : []), issue.message].join(': '),
  );
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

function readBytes(file: string): Uint8Array | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

/** The template's design with `--policy` and `--quota` put in. */
function adaptDesign(design: RoundDesign, options: OptionValues): Result<RoundDesign> {
  const file = optionalText(options, 'policy');
  const policy: Result<Policy> = file === undefined ? ok(design.policy) : readPolicy(file);
  if (!policy.ok) return policy;
  const quota = wholeNumber(options, 'quota', { min: 0, max: 100_000 }, null);
  if (!quota.ok) return quota;
  if (quota.value === null) return ok({ ...design, policy: policy.value });
  const { selection } = policy.value;
  const [only, ...others] = design.tracks;
  return ok({
    ...design,
    policy: { ...policy.value, selection: selection === null ? null : { ...selection, quota: quota.value } },
    tracks: only !== undefined && others.length === 0 ? [{ ...only, quota: quota.value }] : design.tracks,
  });
}
