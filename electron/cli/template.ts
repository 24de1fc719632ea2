import { ok } from '#shared/base/result.ts';
import { formatPoints } from '#shared/base/points.ts';
import { rubricMaximum } from '#shared/round/rubric.ts';
import { listTemplates, loadTemplate } from '../round/templates.ts';
import type { Run } from './command.ts';

/** `mtx template list` */
export const list: Run = async () => {
  const templates = listTemplates();
  const text = templates.map(({ kind, title, notice }) => `${kind.padEnd(10)}${title}（${notice}）`).join('\n');
  return ok({ json: templates, text, exit: 0 });
};

/** `mtx template show KIND` */
export const show: Run = async ({ files: [kind = ''] }) => {
  const template = loadTemplate(kind);
  if (!template.ok) return template;
  const { title, notice, design } = template.value;
  const lines = design.rubrics.flatMap((rubric) => [
    '',
    `${rubric.name}（${formatPoints(rubricMaximum(rubric))} 分）`,
    ...rubric.categories.flatMap(({ name, criteria }) => [
      `  ${name}`,
      ...criteria.map(
        (criterion) =>
          `    ${criterion.id.padEnd(20)} ${criterion.core ? '*' : ' '} ${formatPoints(criterion.max).padStart(5)}  ${criterion.name}`,
      ),
    ]),
    ...rubric.gates.map(({ id, name }) => `  ! ${id.padEnd(20)} ${name}`),
  ]);
  const tracks = design.tracks.map(({ id, name, quota }) => `  ${id.padEnd(20)} ${name}  ${quota ?? '—'}`);
  return ok({ json: template.value, text: [title, notice, ...lines, '', ...tracks].join('\n'), exit: 0 });
};
