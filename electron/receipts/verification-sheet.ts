import type { Database } from 'better-sqlite3';
import type { Language } from '#shared/base/sentence.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { formatFingerprint } from '#shared/identity/fingerprint.ts';
import { reportSteps, verificationSteps } from '#shared/packages/steps.ts';
import type { PackageCode } from '#shared/packages/sentences.ts';
import type { Round } from '#shared/round/round.ts';
import { describeFailure, sentences } from '#shared/text/sentences.ts';
import { makeFileName } from '../base/file-names.ts';
import type { ExportedForm } from '../reports/export-form.ts';
import { formatChinaTime } from '../reports/form.ts';
import { escapeHtml } from '../reports/print-form.ts';
import { loadRound } from '../round/load-round.ts';
import { authorise } from '../workspace/authorise.ts';
import type { UnlockedWorkspace } from '../workspace/workspace.ts';
import { findGiven, listAnswerable, type Answerable } from './receipt-rows.ts';
import { verificationCss } from './verification-css.ts';
import { stepWords, verificationWords } from './verification-words.ts';

type PrintedForm = Extract<ExportedForm, { readonly kind: 'print' }>;

/**
 * 核验单: one page per result package with what was verified and room for hand signatures, ready to be printed.
 * @param intakeIds the packages; null: all that say whose they are
 */
export function makeVerificationSheets(
  workspace: UnlockedWorkspace,
  { roundId, intakeIds, language }: { roundId: string; intakeIds: readonly string[] | null; language: Language },
): Result<PrintedForm> {
  const allowed = authorise(workspace, 'give-receipts');
  /* v8 ignore next -- every role may today; the table of acts decides */
  if (!allowed.ok) return allowed;
  const round = loadRound(workspace.db, roundId);
  if (!round.ok) return round;
  const packages = listAnswerable(workspace.db, roundId, intakeIds);
  if (packages.length === 0) return fail('receipt.none', { title: round.value.title });
  const words = verificationWords[language];
  const html = [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<title>${escapeHtml(`${round.value.title} ${words.title}`)}</title><style>${verificationCss}</style></head><body>`,
    ...packages.map((each) => printSheet(workspace, round.value, each, language)),
    '</body></html>',
  ].join('\n');
  const only = packages.length === 1 ? packages.map(({ expertName, seq }) => `${expertName}-${seq}`) : [];
  const fileName = makeFileName([round.value.title, words.title, ...only], '.pdf');
  const header = round.value.mode === 'demo' ? words.demo : '';
  return ok({ kind: 'print', fileName, html, margins: { header, footer: words.page } });
}

function printSheet(workspace: UnlockedWorkspace, round: Round, answered: Answerable, language: Language): string {
  const words = verificationWords[language];
  return [
    '<section>',
    `<h1>${words.title}</h1>`,
    `<table>${listFacts(workspace, round, answered, language)
      .map(([name, value, isCode]) => printFact(name, value, isCode))
      .join('')}</table>`,
    `<h2>${words.steps}</h2>`,
    `<div class="columns">${printSteps(answered, language)}</div>`,
    `<p class="hint">${words.hint}</p>`,
    `<div class="sign">${words.sign.map((label) => `<p>${label}</p>`).join('')}</div>`,
    '</section>',
  ].join('\n');
}

type Fact = readonly [name: string, value: string, isCode: boolean];

function listFacts(workspace: UnlockedWorkspace, round: Round, answered: Answerable, language: Language): Fact[] {
  const words = verificationWords[language];
  const { facts } = words;
  const { expertName, seq, file, receivedAt, statement, fingerprint, intakeId } = answered;
  const given = findGiven(workspace.db, intakeId);
  const office = workspace.keys.signer.fingerprint;
  return [
    [facts.round, round.title, false],
    [facts.expert, expertName, false],
    [facts.seq, words.ordinal(seq), false],
    [facts.file, file, false],
    [facts.receivedAt, showTime(receivedAt), false],
    [facts.verdict, describeVerdict(answered, language), false],
    [facts.sheets, countSheets(workspace.db, statement, language), false],
    [facts.statement, statement.replaceAll(/(.{8})(?=.)/g, '$1 '), true],
    [facts.signer, fingerprint === null ? words.none : formatFingerprint(fingerprint), true],
    [facts.office, formatFingerprint(office), true],
    [facts.receipt, given === undefined ? words.none : words.receipt(given.seq, showTime(given.issuedAt)), false],
  ];
}

function printFact(name: string, value: string, isCode: boolean): string {
  return `<tr><th>${escapeHtml(name)}</th><td${isCode ? ' class="code"' : ''}>${escapeHtml(value)}</td></tr>`;
}

function describeVerdict({ verdict, code, file }: Answerable, language: Language): string {
  const verdicts = verificationWords[language].verdicts[verdict];
  if (code === null) return verdicts;
  return `${verdicts} [${code}] ${describeFailure({ code, detail: { file } }, language)}`;
}

function countSheets(db: Database, statement: string, language: Language): string {
  const words = verificationWords[language];
  const rows = db
    .prepare<[string], { state: string; n: number }>(
      'SELECT state, count(*) AS n FROM sheets WHERE result = ? GROUP BY state',
    )
    .all(statement);
  if (rows.length === 0) return words.none;
  const count = (state: string): number => rows.find((row) => row.state === state)?.n ?? 0;
  return words.counts(count('scored'), count('recused'), count('abstained'));
}

function printSteps({ code }: Answerable, language: Language): string {
  const words = verificationWords[language];
  const done = reportSteps(verificationSteps, isKnown(code) ? code : null);
  const cells = verificationSteps.map((step, index) => {
    const report = done.find((each) => each.step === step);
    const outcome = report === undefined ? words.skipped : report.ok ? words.passed : words.failed;
    const question = stepWords[step][language === 'en' ? 1 : 0];
    return `<tr><td>${index + 1}</td><td>${question}</td><td>${outcome}</td></tr>`;
  });
  // Side by side, so that a package stays on one page with room for signatures.
  const half = Math.ceil(cells.length / 2);
  const columns = [cells.slice(0, half), cells.slice(half)];
  return columns.map((column) => `<table class="steps">${column.join('')}</table>`).join('');
}

function isKnown(code: string | null): code is PackageCode {
  return code !== null && Object.hasOwn(sentences, code);
}

function showTime(time: string): string {
  return formatChinaTime(Date.parse(time));
}
