import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { machineEntropy } from '#electron/base/machine-entropy.ts';
import { openWorkspace } from '#electron/workspace/open-workspace.ts';
import { loadTemplate } from '#electron/round/templates.ts';
import { makeRound, value } from '../../pipeline/make-round.ts';
import { jsonOf, mtxHere, type Ran } from './mtx.ts';
import { passphrase, prepareRound, type PreparedRound } from './prepared-round.ts';
import { scoresCsv } from './scores-csv.ts';

let round: PreparedRound;
beforeAll(async () => {
  round = await prepareRound();
});
afterAll(() => round.remove());

const run = (...words: readonly string[]): Promise<Ran> => mtxHere(words, { passphrase });
const at = (name: string): string => join(round.folder, name);
const inRound = (roundId = round.roundId) => ['--workspace', round.workspace, '--round', roundId];
const put = (name: string, text: string): string => {
  writeFileSync(at(name), text);
  return at(name);
};
function makeDraft(candidates: number, experts: number): string {
  const opened = value(openWorkspace(round.workspace, machineEntropy));
  const roundId = makeRound(opened, candidates, experts);
  opened.db.close();
  return roundId;
}

describe('what people read', () => {
  it('of an import, which then counts for progress and ranking', async () => {
    put(join('results', '坏.mtxresult'), 'rubbish');
    const imported = await run('import', '--workspace', round.workspace, round.results);
    expect(imported.code).toBe(1);
    expect(imported.out).toMatch(/^共 5 个结果包，拒收 1 个\n {2}拒收 {2}坏\.mtxresult\n {4}.*\[package\.not-age\]/);
    expect(imported.out).toMatch(/ {2}更正接收 {2}.*专家1-2\.mtxresult 专家1 seq 2/);
    const again = await run('import', '--lang', 'en', '--workspace', round.workspace, round.results);
    expect(again.out).toMatch(/^5 packages, 1 refused\n {2}refused .*\n {4}.*not a sealed package/);
    expect(again.out).toMatch(/ {2}duplicate .* 专家3 seq 1/);
    expect((await run('progress', ...inRound())).out).toMatch(
      /^已回 3\/3 名专家，评分表 6\/6 份\n {2}● 专家1 .* 2\/2 seq 2\n/,
    );
    expect((await run('progress', '--lang', 'en', ...inRound())).out).toMatch(
      /^3 of 3 experts have returned, 6 of 6 sheets/,
    );
  });

  it('of a ranking, with its cut line, its ties and the note that it is a reference', async () => {
    const ranked = await run('rank', ...inRound());
    expect(ranked).toMatchObject({ code: 0, err: '' });
    expect(ranked.out).toMatch(/^示范楼宇评审\n\n\S+（名额 10）\n {4}1 +\d+\.\d\d {2}B01 .*拟入选/);
    expect(ranked.out).toMatch(/排名结果供评审办决策参考。\npolicy [0-9a-f]{16}/);
    const policy = value(loadTemplate('building')).design.policy;
    const file = put('policy.json', JSON.stringify({ ...policy, minimumSheets: 4 }));
    const trial = await run('rank', '--lang', 'en', '--policy', file, '--what-if', ...inRound());
    expect(trial.out).toMatch(/— +— {2}B01 .*no score\n/);
    expect(trial.out).toMatch(/A trial under other rules; nothing is recorded\.\nA reference for the commission/);
  });

  it('of a cut line between those in and those out, and of equals', async () => {
    const words = ['round', 'create', '--workspace', round.workspace, '--template', 'building', '--title', '小批次'];
    const { roundId } = jsonOf(await mtxHere([...words, '--quota', '1', '--json'], { passphrase }));
    put('two.csv', '编号,名称,申报单位\nB01,甲楼,甲\nB02,乙楼,乙\nB03,丙楼,丙\n');
    put('three.csv', '姓名,单位\n张三,一\n李四,二\n王五,三\n');
    expect((await run('candidates', 'import', at('two.csv'), ...inRound(roundId))).out).toBe(
      '导入 3 行，暂存 0 行，提醒 0 条',
    );
    expect((await run('experts', 'import', at('three.csv'), '--lang', 'en', ...inRound(roundId))).out).toBe(
      '3 taken, 0 held, 0 warnings',
    );
    expect((await run('assign', '--per-candidate', 'all', ...inRound(roundId))).out).toMatch(
      /^共分配 9 项，每人 3–3 个/,
    );
    const issued = await run('issue', '--out', at('small'), ...inRound(roundId));
    expect(issued.out).toMatch(
      /^任务包 3 个，已存入 .*small；激活码见 codes\.csv.*\n {2}张三 {2}\S+-\S+ {2}小批次-张三\.mtxtask/,
    );
    for (const line of readFileSync(at('small/codes.csv'), 'utf8').trimEnd().split('\r\n').slice(1)) {
      const [, name = '', code = '', file = ''] = line.split(',');
      const scores = put('scores.csv', scoresCsv([90, 80, 80]));
      const options = {
        task: at(join('small', file)),
        code,
        scores,
        home: at(`home ${name}`),
        out: at('small results'),
      };
      const words = Object.entries(options).flatMap(([option, text]) => [`--${option}`, text]);
      const scored = await run('score', ...words, ...(name === '张三' ? [] : ['--lang', 'en']));
      expect(scored.out).toMatch(
        name === '张三' ? /^结果包（第 1 次）：.*\n声明 [0-9a-f]{64}$/ : /^Result package seq 1: .*\nstatement/,
      );
    }
    await run('import', '--workspace', round.workspace, at('small results'));
    const ranked = await run('rank', '--lang', 'en', ...inRound(roundId));
    expect(ranked.out).toMatch(
      / 1 .*selected\n {2}─+ cut line\n {4}2 .*reserve =\(shared\)\n {4}2 .*reserve =\(shared\)/,
    );
  });

  it('of lists that hold rows, of dossiers, and of experts that are too few', async () => {
    const roundId = makeDraft(2, 2);
    const list = put('held.csv', '编号,名称,申报单位\n,无号楼,甲\n');
    const held = await run('candidates', 'import', list, '--lang', 'en', ...inRound(roundId));
    expect(held.code).toBe(1);
    expect(held.out).toMatch(/^0 taken, 1 held, 0 warnings\n {2}row 2, column A: The code is missing/);
    mkdirSync(at('dossiers'));
    const more = put('more.csv', '编号,名称,申报单位\nB03,楼,专家单位专家1\n');
    const taken = await run('candidates', 'import', more, '--dossiers', at('dossiers'), ...inRound(roundId));
    expect(taken.out).toBe('导入 1 行，暂存 0 行，提醒 0 条');
    const short = await run('assign', '--per-candidate', '2', ...inRound(roundId));
    expect(short.code).toBe(1);
    expect(short.out).toMatch(/专家不足的评审对象 1 个\n {2}评审对象“B03 楼”需要 2 位专家，除去回避后只有 1 位/);
    const english = await run('assign', '--per-candidate', '2', '--lang', 'en', ...inRound(roundId));
    expect(english.out).toMatch(
      /1 conflicts kept apart, 1 candidates short of experts\n {2}Candidate “B03 楼” needs 2/,
    );
  });

  it('of a task package, a workspace, a round and an export', async () => {
    const [task] = round.tasks;
    const shown = await run('task', 'show', task?.path ?? '', '--code', task?.code ?? '');
    expect(shown.out).toMatch(
      /^示范楼宇评审\n专家: 专家1 专家单位专家1\n评审办: 评审办 SHA256:[\d-]+\n声明: [0-9a-f]{64}\n评分标准: .* 100\n {2}B01 /,
    );
    const english = await run('task', 'show', task?.path ?? '', '--code', task?.code ?? '', '--lang', 'en');
    expect(english.out).toContain('commission: 评审办');
    const made = await run('workspace', 'init', at('new'), '--name', '新评审办', '--lang', 'en');
    expect(made.out).toMatch(/^Workspace “新评审办” created in .*new\nCommission key SHA256:/);
    const created = await run(
      'round',
      'create',
      '--workspace',
      at('new'),
      '--template',
      'blank',
      '--title',
      '批次',
      '--lang',
      'en',
    );
    expect(created.out).toMatch(/^Round “批次” created: [0-9a-f-]{36}$/);
    const exported = await run(
      'export',
      '--form',
      'ranking',
      '--format',
      'csv',
      '--out',
      at('lists/排名.csv'),
      ...inRound(),
    );
    expect(exported.out).toMatch(/^已导出：.*排名\.csv（\d+ 字节）$/);
    const issued = await run('issue', '--out', at('english'), '--lang', 'en', ...inRound(makeDraft(1, 1)));
    expect(issued.out).toMatch(/^1 task packages in .*english, activation codes in codes\.csv/);
  });
});

describe('the demo', () => {
  it('runs the whole flow on data made for it and says where everything lies', async () => {
    const small = ['--candidates', '6', '--experts', '3', '--seed', '5'];
    const ran = await run('demo', '--out', at('demo'), '--kind', 'college', ...small);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(
      /^演示批次已生成：.*（数据均为虚构；演示工作区口令：demo-.*）\n\n.*\n {2}评审对象 6 个，专家 3 名，评分表 17 份/,
    );
    for (const [folder, extension] of [
      ['tasks', '.mtxtask'],
      ['results', '.mtxresult'],
    ] as const) {
      const names = readdirSync(at(join('demo', 'college', folder)));
      expect(names.filter((name) => name.endsWith(extension))).toHaveLength(3);
    }
    expect(readdirSync(at('demo/college')).toSorted()).toEqual(['lists', 'results', 'sheets', 'tasks', 'workspace']);
    const again = await run('demo', '--out', at('demo'), '--kind', 'college', ...small);
    expect([again.code, again.out]).toEqual([2, '']);
    const json = await run('demo', '--out', at('demo 2'), '--kind', 'college', ...small, '--json', '--lang', 'en');
    expect(jsonOf(json).rounds).toMatchObject([{ kind: 'college', candidates: 6, experts: 3, sheets: 17 }]);
    const ranked = ['rank', '--workspace', at('demo 2/college/workspace'), '--round', jsonOf(json).rounds[0].roundId];
    expect(jsonOf(await run(...ranked, '--json')).resultHash).toBe(jsonOf(json).rounds[0].resultHash);
  });
});
