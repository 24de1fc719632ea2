import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../runtime/build.mjs';
import { readTable } from '#electron/tables/read-table.ts';
import { value } from '../../pipeline/make-round.ts';
import { hash, id, jsonOf, mtx, type Ran } from './mtx.ts';
import { scoresCsv } from './scores-csv.ts';
import { findPlainWords } from '../../pipeline/plain-words.ts';

const passphrase = '山高水长 风清月朗';

let folder: string;
let roundId: string;
let tasks: readonly { expertId: string; name: string; code: string; file: string }[];

beforeAll(async () => {
  await ensureBuilt(['main']);
  folder = mkdtempSync(join(tmpdir(), 'mtx-line-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...words: readonly string[]): Ran => mtx([...words, '--json'], { cwd: folder, passphrase });
const inRound = (...words: readonly string[]): Ran => run(...words, '--workspace', 'ws', '--round', roundId);
const put = (name: string, text: string, encoding = 'utf8'): string => {
  writeFileSync(join(folder, name), iconv.encode(text, encoding));
  return name;
};

const writeScores = (name: string, shares: readonly number[], last?: readonly string[]): string =>
  put(name, scoresCsv(shares, last), 'gb18030');

const taskOf = (index: number) => {
  const task = tasks[index];
  if (task === undefined) throw new Error('no task');
  return task;
};
const score = (index: number, file: string, ...more: readonly string[]): Ran => {
  const { code, file: task } = taskOf(index);
  const places = ['--home', `home-${index}`, '--out', 'results'];
  return run('score', '--task', join('tasks', task), '--code', code, '--scores', file, ...places, ...more);
};

// The steps of one round, each building on those before, as an office and its experts would type them.
describe('the command line from an empty folder to a ranked and exported round', () => {
  it('creates a workspace', () => {
    const ran = run('workspace', 'init', 'ws', '--name', '评审办');
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(jsonOf(ran)).toMatchObject({ id, name: '评审办', demo: false, fingerprint: hash });
    expect(run('workspace', 'init', 'ws', '--name', '评审办').code).toBe(1);
  });

  it('creates a round from a template, a saved template and a policy file', () => {
    const shown = run('template', 'show', 'building');
    put('template.json', JSON.stringify(jsonOf(shown)));
    put('policy.json', JSON.stringify({ ...jsonOf(shown).design.policy, minimumSheets: 2 }));
    const words = ['--workspace', 'ws', '--title', '示范楼宇评审', '--policy', 'policy.json', '--quota', '1'];
    const ran = run('round', 'create', '--template', 'template.json', ...words, '--deadline', '2026-12-31T10:00:00Z');
    expect(ran).toMatchObject({ code: 0, err: '' });
    const made = jsonOf(ran);
    expect(made).toEqual({ roundId: id, title: '示范楼宇评审', mode: 'official', status: 'draft', kind: 'building' });
    roundId = made.roundId;
  });

  it('imports candidates, holds rows with faults and attaches dossiers', () => {
    const text =
      '示范楼宇申报汇总表\n编号,名称,申报单位,建筑面积\nB01,星澜大厦,甲公司,1.2万㎡\nB02,云屏楼,乙公司,800\n,无号楼,丙公司,\n';
    put('candidates.csv', text, 'gb18030');
    mkdirSync(join(folder, 'dossiers', 'B01'), { recursive: true });
    put(join('dossiers', 'B01', '申报书.txt'), '申报书');
    const ran = inRound('candidates', 'import', 'candidates.csv', '--dossiers', 'dossiers');
    expect(ran).toMatchObject({ code: 1, err: '' });
    const report = jsonOf(ran);
    expect(report).toMatchObject({ taken: 2, held: 1, warnings: expect.any(Number) });
    expect(report.rows[0]).toMatchObject({ row: 3, code: 'B01', name: '星澜大厦', taken: true });
    expect(report.rows[0].fields).toMatchObject({ floorArea: 12000 });
    expect(report.problems.find(({ severity }: { severity: string }) => severity === 'row')).toEqual({
      sheet: '',
      row: 5,
      column: 'A',
      kind: 'candidates.code-missing',
      severity: 'row',
      message: expect.stringMatching(/第 5 行 A 列：没有编号/),
    });
    expect(report.dossiers).toMatchObject({ attached: 1, unmatched: [], refused: [] });
  });

  it('imports experts and assigns them', () => {
    put('experts.csv', '姓名,单位,职称\n张三,重庆大学,教授\n李四,西南大学,研究员\n王五,丁公司,高工\n');
    const imported = inRound('experts', 'import', 'experts.csv');
    expect(imported).toMatchObject({ code: 0, err: '' });
    expect(jsonOf(imported)).toMatchObject({ taken: 3, held: 0, problems: [] });
    expect(jsonOf(imported).rows[0]).toMatchObject({
      row: 2,
      code: null,
      name: '张三',
      taken: true,
      fields: { title: '教授' },
    });
    const assigned = inRound('assign', '--per-candidate', 'all', '--seed', '7');
    expect(assigned).toMatchObject({ code: 0, err: '' });
    expect(jsonOf(assigned)).toMatchObject({ pairs: 6, conflicts: [], shortfalls: [] });
    const ranked = inRound('rank');
    expect(ranked.code).toBe(0);
  });

  it('issues one package per expert and the codes beside them', () => {
    const ran = inRound('issue', '--out', 'tasks');
    expect(ran).toMatchObject({ code: 0, err: '' });
    tasks = jsonOf(ran).tasks;
    const lines = readFileSync(join(folder, 'tasks', 'codes.csv'), 'utf8')
      .trimEnd()
      .split('\r\n');
    expect(lines[0]).toBe('expertId,name,code,file');
    expect(lines.slice(1)).toEqual(
      tasks.map(({ expertId, name, code, file }) => [expertId, name, code, file].join(',')),
    );
    expect(readdirSync(join(folder, 'tasks'))).toHaveLength(4);
    expect(inRound('issue', '--out', 'again').code).toBe(1);
    expect(existsSync(join(folder, 'again'))).toBe(false);
  });

  it('shows what a package holds', () => {
    const { code, file, name } = taskOf(0);
    const ran = run('task', 'show', join('tasks', file), '--code', code.toLowerCase().replaceAll('-', ' '));
    expect(ran).toMatchObject({ code: 0, err: '' });
    const task = jsonOf(ran);
    expect(task).toMatchObject({ statement: hash, roundId, expert: { name }, deliver: { office: '评审办' } });
    expect(task.candidates.map((candidate: { code: string }) => candidate.code)).toEqual(['B01', 'B02']);
  });

  it('scores, and several runs give seq 1, 2, 3', () => {
    writeScores('scores.csv', [80, 70]);
    for (const seq of [1, 2, 3]) {
      const ran = score(0, 'scores.csv');
      expect(ran).toMatchObject({ code: 0, err: '' });
      expect(jsonOf(ran)).toMatchObject({
        seq,
        statement: hash,
        taskStatement: hash,
        reason: seq === 1 ? null : expect.any(String),
      });
    }
    expect(jsonOf(score(0, 'scores.csv', '--reason', '复核后更正'))).toMatchObject({ seq: 4, reason: '复核后更正' });
    writeScores('recused.csv', [90, -1], ['', '', '与申报单位有合作', '', '']);
    expect(jsonOf(score(1, 'recused.csv')).seq).toBe(1);
    expect(readdirSync(join(folder, 'results'))).toHaveLength(5);
  });

  it('refuses scores that are wrong or incomplete, and uses no number up', () => {
    writeScores('incomplete.csv', [80]);
    const incomplete = score(2, 'incomplete.csv');
    expect(incomplete.code).toBe(1);
    expect(jsonOf(incomplete)).toMatchObject({ error: { code: 'scoring.incomplete', detail: { count: 1 } } });
    expect(incomplete.err).toMatch(/scoring\.incomplete/);
    put('unknown.csv', '编号,总分\nB01,90\n');
    expect(jsonOf(score(2, 'unknown.csv')).error.code).toBe('scoring.unknown-criterion');
    expect(jsonOf(score(2, 'nothing.csv')).error.code).toBe('files.missing');
    writeScores('abstained.csv', [60, -1], ['', '', '', '不熟悉该领域', '']);
    expect(jsonOf(score(2, 'abstained.csv')).seq).toBe(1);
  });

  it('takes packages in, each with its verdict', () => {
    put(join('results', '坏.mtxresult'), 'rubbish');
    put(join('results', '说明.txt'), 'not looked at');
    const ran = run('import', '--workspace', 'ws', 'results');
    expect(ran.code).toBe(1);
    const entries: readonly Record<string, unknown>[] = jsonOf(ran);
    expect(entries.map(({ verdict, code, seq }) => [verdict, code, seq])).toEqual([
      ['refused', 'package.not-age', null],
      ['accepted', null, 1],
      ['superseded', null, 2],
      ['superseded', null, 3],
      ['superseded', null, 4],
      ['accepted', null, 1],
      ['accepted', null, 1],
    ]);
    const [refused, accepted] = entries;
    expect(refused).toMatchObject({ file: '坏.mtxresult', roundId: null, expertId: null, statement: null });
    expect(accepted).toMatchObject({ roundId, expertId: taskOf(0).expertId, statement: hash });
    rmSync(join(folder, 'results', '坏.mtxresult'));
    const again = run('import', '--workspace', 'ws', 'results');
    expect(again.code).toBe(0);
    expect(new Set(jsonOf(again).map(({ verdict }: { verdict: string }) => verdict))).toEqual(new Set(['duplicate']));
  });

  it('leaves nothing of the scoring, and no code, in the open on the disk', () => {
    const codes = tasks.flatMap(({ code }) => [code, code.replaceAll('-', '').slice(0, 12)]);
    const words = [...codes, '对象B01', '专家1', '材料齐全', '不熟悉该领域', '示范楼宇评审', 'AGE-SECRET-KEY'];
    for (const home of ['home-0', 'home-1', 'home-2']) expect(findPlainWords(join(folder, home), words)).toEqual([]);
    expect(findPlainWords(join(folder, 'ws'), codes)).toEqual([]);
    expect(findPlainWords(join(folder, 'tasks'), codes)).not.toEqual([]);
  });

  it('shows the progress', () => {
    const ran = inRound('progress');
    expect(ran).toMatchObject({ code: 0, err: '' });
    const counts = { roundId, expertsReturned: 3, expertsTotal: 3, sheetsIn: 6, sheetsAssigned: 6 };
    expect(jsonOf(ran)).toMatchObject({
      ...counts,
      experts: [{ expertId: id, seq: 4, done: 2, assigned: 2 }, { seq: 1 }, { seq: 1 }],
      candidates: [{ candidateId: id, code: 'B01', done: 3 }, { code: 'B02' }],
    });
  });

  it('ranks, in the documented shape, the same each time', () => {
    const ran = inRound('rank');
    expect(ran).toMatchObject({ code: 0, err: '' });
    const ranking = jsonOf(ran);
    expect(Object.keys(ranking)).toEqual(
      expect.arrayContaining(['roundId', 'policyHash', 'inputsHash', 'resultHash', 'tracks']),
    );
    expect(ranking).toMatchObject({ roundId, policyHash: hash, inputsHash: hash, resultHash: hash });
    const [track] = ranking.tracks;
    expect(track).toMatchObject({ track: 'building', quota: 1 });
    expect(track.rows.map((row: Record<string, unknown>) => Object.keys(row).slice(0, 10))).toEqual(
      [0, 1].map(() => ['rank', 'candidateId', 'code', 'name', 'score', 'exact', 'sheets', 'trimmed', 'status', 'tie']),
    );
    const [first, second] = track.rows;
    expect(first).toMatchObject({
      rank: 1,
      code: 'B01',
      name: '星澜大厦',
      sheets: 3,
      trimmed: 0,
      status: 'selected',
      tie: null,
    });
    expect(first.score).toMatch(/^\d+\.\d{2}$/);
    expect(first.exact).toMatch(/^\d+(\/\d+)?$/);
    expect(second).toMatchObject({ rank: null, code: 'B02', score: null, exact: null, sheets: 1, status: 'no-score' });
    expect(jsonOf(inRound('rank'))).toEqual(ranking);
    const own = jsonOf(run('template', 'show', 'building')).design.policy;
    const other = put('other.json', JSON.stringify({ ...own, selection: { ...own.selection, quota: 2 } }));
    const mismatch = inRound('rank', '--policy', other, '--what-if');
    expect([mismatch.code, jsonOf(mismatch).error.code]).toEqual([1, 'round.quota-mismatch']);
    const selection = { ...own.selection, quota: 1 };
    const strict = put('strict.json', JSON.stringify({ ...own, selection, minimumSheets: 9 }));
    const trial = jsonOf(inRound('rank', '--policy', strict, '--what-if'));
    expect(trial.inputsHash).toBe(ranking.inputsHash);
    expect(trial.tracks[0].rows[0].status).toBe('no-score');
  });

  it('exports lists that can be read again', async () => {
    for (const form of ['summary', 'ranking']) {
      for (const format of ['xlsx', 'csv']) {
        const file = join('lists', `${form}.${format}`);
        const ran = inRound('export', '--form', form, '--format', format, '--out', file);
        expect(ran).toMatchObject({ code: 0, err: '' });
        const { bytes } = jsonOf(ran);
        expect(readFileSync(join(folder, file)).length).toBe(bytes);
        const table = value(await readTable(join(folder, file)));
        expect(JSON.stringify(table.sheets)).toContain('星澜大厦');
      }
    }
  });
});
