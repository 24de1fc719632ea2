import { fail, ok, type Result } from '#shared/base/result.ts';
import type { Language } from '#shared/base/sentence.ts';
import type { ExplanationText } from '#shared/ranking/describe-explanation.ts';
import type { Move } from '#shared/ranking/compare-rankings.ts';
import type { RankedTrack, Ranking, RankingRow } from '#shared/ranking/ranking.ts';
import type { RankingHashes } from '../ranking/hash-ranking.ts';
import { makeRanking, type RoundRanking } from '../ranking/rank-round.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { OptionValues, Outcome, Run } from './command.ts';
import { optionalText, textOption } from './options.ts';
import { withWorkspace } from './workspace.ts';

/** `mtx rank`. Another policy than the round's own is a trial and must be named one. */
export const run: Run = (input, context) =>
  withWorkspace(input, context, async (workspace) => {
    const { options } = input;
    const roundId = textOption(options, 'round');
    // Brought when asked for: the plain list is made many times a day and starts faster without it.
    const trial = isTrial(options) ? await import('./trial.ts') : null;
    const policy = trial === null ? ok(null) : trial.readPolicyOption(options);
    if (!policy.ok) return policy;
    const made = makeRanking(workspace, roundId);
    if (!made.ok) return made;
    const { round } = made.value;
    const tried = trial === null ? ok(null) : trial.tryOptions(workspace, round, options, policy.value);
    if (!tried.ok) return tried;
    const { ranking } = tried.value ?? made.value;
    if (ranking.tracks.every(({ rows }) => rows.length === 0)) {
      return fail('round.no-candidates', { title: round.title });
    }
    const code = optionalText(options, 'explain');
    if (code !== undefined) return explain(workspace, { ...made.value, ...tried.value }, code, context.language);
    const ranked = { ...made.value, ...tried.value };
    const moves = tried.value?.moves ?? null;
    if (options['json'] === true) return answerJson(ranked, moves);
    const { language } = context;
    const moved = trial === null || moves === null ? null : trial.describeMoves(moves, language === 'en');
    return answerText(ranked, moved, language);
  });

/** Everything that explains each row; the words come with `--explain`. */
async function answerJson(ranked: RoundRanking, moves: readonly Move[] | null): Promise<Result<Outcome>> {
  const { rankingJson } = await import('../ranking/ranking-json.ts');
  const json = rankingJson(ranked);
  if (!json.ok) return json;
  return ok({ json: moves === null ? json.value : { ...json.value, moves }, text: '', exit: 0 });
}

function answerText(
  { round, ranking, hashes }: RoundRanking,
  moved: readonly string[] | null,
  language: Language,
): Result<Outcome> {
  return ok({ json: null, text: describeList(round.title, ranking, hashes, moved, language === 'en'), exit: 0 });
}

function isTrial(options: OptionValues): boolean {
  return ['policy', 'void', 'quotas'].some((name) => optionalText(options, name) !== undefined);
}

async function explain(
  workspace: Workspace,
  made: RoundRanking,
  code: string,
  language: Language,
): Promise<Result<Outcome>> {
  const { explainByCode } = await import('../ranking/explain-by-code.ts');
  const explained = explainByCode(workspace, made, code);
  if (!explained.ok) return explained;
  const json = explained.value.map((one) => {
    const { candidate: _, text: sentences, ...explanation } = one;
    return { ...explanation, sentences };
  });
  const texts = explained.value.map(({ candidate, text }) =>
    [`${candidate.code} ${candidate.name}`, ...describeParts(text[language])].join('\n'),
  );
  const [only] = json;
  const head = { roundId: made.round.id, ...made.hashes };
  return ok({
    json: code === '*' ? { ...head, explanations: json } : { ...head, ...only },
    text: texts.join('\n\n'),
    exit: 0,
  });
}

function describeList(
  title: string,
  ranking: Ranking,
  hashes: RankingHashes,
  moved: readonly string[] | null,
  english: boolean,
): string {
  const note = english ? 'A trial under other rules; nothing is recorded.' : '试算：使用另一套规则，不作记录。';
  return [
    title,
    ...ranking.tracks.flatMap((track) => ['', ...describeTrack(track, english)]),
    '',
    ...(moved === null ? [] : [...moved, note]),
    english ? 'A reference for the commission’s decision.' : '排名结果供评审办决策参考。',
    `policy ${hashes.policyHash.slice(0, 16)}  inputs ${hashes.inputsHash.slice(0, 16)}  result ${hashes.resultHash.slice(0, 16)}`,
  ].join('\n');
}

function describeParts(parts: ExplanationText): string[] {
  return parts.flatMap(({ lines }) => ['', ...lines.map((line) => `  ${line}`)]);
}

function describeTrack(track: RankedTrack, english: boolean): string[] {
  const quota = track.quota === null ? '' : english ? ` (quota ${track.quota})` : `（名额 ${track.quota}）`;
  return [
    `${track.name}${quota}`,
    ...track.rows.flatMap((row, index) => [
      describeRow(row, english),
      ...(track.cutAfter === index + 1 && index + 1 < track.rows.length
        ? [`  ${'─'.repeat(20)} ${english ? 'cut line' : '入选线'}`]
        : []),
    ]),
  ];
}

/** Status words for a terminal; bands speak for themselves. */
const statusWords: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  selected: ['拟入选', 'selected'],
  reserve: ['候补', 'reserve'],
  below: ['未入选', 'below'],
  undecided: ['待集体复议', 'undecided'],
  'no-score': ['不出分', 'no score'],
  vetoed: ['一票否决', 'vetoed'],
  ranked: ['已排名', 'ranked'],
};

function describeRow(row: RankingRow, english: boolean): string {
  const words = statusWords[row.status];
  const status = words === undefined ? row.status.replace(/^band:/, '') : words[english ? 1 : 0];
  const tie = row.tie === null ? '' : ` =(${row.tie.rule})`;
  return `  ${String(row.rank ?? '—').padStart(3)}  ${(row.score ?? '—').padStart(6)}  ${row.code.padEnd(8)} ${row.name}  ${status}${tie}`;
}
