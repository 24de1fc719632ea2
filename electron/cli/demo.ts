import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { Ranking } from '#shared/ranking/ranking.ts';
import { demoKinds, type DemoKind } from '../demo/demo-row.ts';
import { demoFolders, demoPassphrase, makeDemo, type Demo } from '../demo/make-demo.ts';
import { makeRanking } from '../ranking/rank-round.ts';
import { exportAll } from '../reports/export-all.ts';
import { openForms } from '../reports/open-forms.ts';
import type { CommandContext, Run } from './command.ts';
import { oneOf, optionalText, wholeNumber } from './options.ts';

type DemoReport = {
  readonly kind: DemoKind;
  readonly roundId: string;
  readonly title: string;
  readonly folder: string;
  readonly workspace: string;
  readonly tasks: string;
  readonly results: string;
  readonly lists: readonly string[];
  readonly candidates: number;
  readonly experts: number;
  readonly sheets: number;
  readonly dossiers: number;
  readonly ranking: Ranking;
  readonly resultHash: string;
  readonly seconds: number;
};

/** What a demo exports; each expert's sheets would take longer than the rest of it. */
const demoForms = ['summary', 'ranking', 'notice', 'opinion', 'recusals', 'pledge'] as const;

/** `mtx demo`: the whole flow on the sample data, one folder per kind. */
export const run: Run = async ({ options }, context) => {
  const kind = oneOf(options, 'kind', [...demoKinds, 'all'] as const, 'building');
  if (!kind.ok) return kind;
  const candidates = wholeNumber(options, 'candidates', { min: 1, max: 10_000 }, null);
  if (!candidates.ok) return candidates;
  const experts = wholeNumber(options, 'experts', { min: 1, max: 500 }, null);
  if (!experts.ok) return experts;
  const seed = wholeNumber(options, 'seed', { min: 0, max: 2 ** 31 - 1 }, 1);
  if (!seed.ok) return seed;
  const out = resolve(optionalText(options, 'out') ?? 'mtx-demo');
  if (existsSync(out) && readdirSync(out).length > 0) return fail('cli.folder-not-empty', { folder: out });
  const reports: DemoReport[] = [];
  for (const each of kind.value === 'all' ? demoKinds : [kind.value]) {
    const wanted = { kind: each, candidates: candidates.value, experts: experts.value, seed: seed.value };
    const report = await runOne(join(out, each), wanted, context);
    if (!report.ok) return report;
    reports.push(report.value);
  }
  return ok({
    json: { out, passphrase: demoPassphrase, rounds: reports },
    text: describeReports(out, reports, context.language === 'en'),
    exit: 0,
  });
};

type Wanted = { kind: DemoKind; candidates: number | null; experts: number | null; seed: number };

async function runOne(folder: string, wanted: Wanted, context: CommandContext): Promise<Result<DemoReport>> {
  const started = context.entropy.now();
  mkdirSync(folder, { recursive: true });
  const { entropy, resources } = context;
  const demo = await makeDemo({ ...wanted, folder, entropy, resources }, context.progress);
  if (!demo.ok) return demo;
  try {
    return await reportOn(demo.value, folder, wanted.kind, started, context);
  } finally {
    demo.value.workspace.db.close();
  }
}

async function reportOn(
  { workspace, roundId, candidates, experts, sheets, dossiers }: Demo,
  folder: string,
  kind: DemoKind,
  started: number,
  context: CommandContext,
): Promise<Result<DemoReport>> {
  const made = makeRanking(workspace, roundId);
  if (!made.ok) return made;
  const target = join(folder, 'lists');
  const forms = openForms(workspace, { roundId, language: context.language, naming: 'names' });
  if (!forms.ok) return forms;
  const input = { forms: forms.value, target, print: null, cancelled: () => false, only: demoForms };
  const exported = await exportAll(workspace, input);
  if (!exported.ok) return exported;
  return ok({
    kind,
    roundId,
    title: made.value.round.title,
    folder,
    workspace: demoFolders.workspace(folder),
    tasks: demoFolders.tasks(folder),
    results: demoFolders.results(folder),
    lists: exported.value.files.map(({ name }) => join(target, name)),
    candidates,
    experts,
    sheets,
    dossiers,
    ranking: made.value.ranking,
    resultHash: made.value.hashes.resultHash,
    seconds: Math.round((context.entropy.now() - started) / 100) / 10,
  });
}

function describeReports(out: string, reports: readonly DemoReport[], english: boolean): string {
  const head = english
    ? `Demo rounds in ${out} (invented data; passphrase of the demo workspaces: ${demoPassphrase})`
    : `演示批次已生成：${out}（数据均为虚构；演示工作区口令：${demoPassphrase}）`;
  return [head, ...reports.flatMap((report) => ['', ...describeReport(report, english)])].join('\n');
}

function describeReport(report: DemoReport, english: boolean): string[] {
  const { title, candidates, experts, sheets, dossiers, seconds, ranking } = report;
  const counts = english
    ? `${candidates} candidates, ${experts} experts, ${sheets} sheets, ${dossiers} dossier files, ${seconds} s`
    : `评审对象 ${candidates} 个，专家 ${experts} 名，评分表 ${sheets} 份，申报材料 ${dossiers} 份，用时 ${seconds} 秒`;
  const tops = ranking.tracks.map(({ name, rows }) => {
    const best = rows.slice(0, 3).map((row) => `${row.rank ?? '—'}. ${row.name} ${row.score ?? '—'}`);
    return `  ${name}: ${best.join('  ')}`;
  });
  const places = [
    [english ? 'workspace' : '工作区', report.workspace],
    [english ? 'task packages' : '任务包', report.tasks],
    [english ? 'result packages' : '结果包', report.results],
    ...report.lists.map((file) => [english ? 'list' : '名单', file]),
  ];
  return [title, `  ${counts}`, ...tops, ...places.map(([what, where]) => `  ${what}: ${where}`)];
}
