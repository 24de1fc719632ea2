import { fail, ok, type Result } from '#shared/base/result.ts';
import type { RankedTrack, RankingRow } from '#shared/ranking/ranking.ts';
import type { Policy } from '#shared/round/policy.ts';
import { rankingJson } from '../ranking/ranking-json.ts';
import { makeRanking } from '../ranking/rank-round.ts';
import type { Run } from './command.ts';
import { optionalText, textOption } from './options.ts';
import { readPolicy } from './round.ts';
import { withWorkspace } from './workspace.ts';

/** `mtx rank`. Another policy than the round's own is a trial and must be named one. */
export const run: Run = (input, context) =>
  withWorkspace(input, context, (workspace) => {
    const { options } = input;
    const roundId = textOption(options, 'round');
    const file = optionalText(options, 'policy');
    const policy: Result<Policy | undefined> = file === undefined ? ok(undefined) : readPolicy(file);
    if (!policy.ok) return policy;
    const made = makeRanking(workspace, roundId, policy.value);
    if (!made.ok) return made;
    const { round, ranking, hashes } = made.value;
    if (ranking.tracks.every(({ rows }) => rows.length === 0)) {
      return fail('round.no-candidates', { title: round.title });
    }
    const trial = policy.value !== undefined;
    const english = context.language === 'en';
    const note = trial
      ? english
        ? 'Trial under another policy; nothing is recorded.'
        : '试算：使用另一份汇总规则，不作记录。'
      : '';
    const advice = english ? 'A reference for the commission’s decision.' : '排名结果供评审办决策参考。';
    const text = [
      round.title,
      ...ranking.tracks.flatMap((track) => ['', ...describeTrack(track, english)]),
      '',
      ...(note === '' ? [] : [note]),
      advice,
      `policy ${hashes.policyHash.slice(0, 16)}  inputs ${hashes.inputsHash.slice(0, 16)}  result ${hashes.resultHash.slice(0, 16)}`,
    ];
    return ok({ json: rankingJson(roundId, ranking, hashes), text: text.join('\n'), exit: 0 });
  });

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
