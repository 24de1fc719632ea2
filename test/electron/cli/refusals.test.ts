import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { machineEntropy } from '#electron/base/machine-entropy.ts';
import { createRound } from '#electron/round/create-round.ts';
import { loadTemplate } from '#electron/round/templates.ts';
import { openWorkspace } from '#electron/workspace/open-workspace.ts';
import { makeRound, value } from '../../pipeline/make-round.ts';
import { filesIn, stateOf } from '../../pipeline/state.ts';
import { jsonOf, mtxHere, type Ran } from './mtx.ts';
import { passphrase, prepareRound, resultOf, type PreparedRound } from './prepared-round.ts';
import { scoresCsv } from './scores-csv.ts';

let round: PreparedRound;
let draft: string;
let empty: string;
beforeAll(async () => {
  round = await prepareRound();
  const opened = value(openWorkspace(round.workspace, machineEntropy));
  const { design } = value(loadTemplate('product'));
  const about = { title: '产品评审', mode: 'official', deadline: null, design } as const;
  empty = value(createRound(opened, about)).id;
  draft = makeRound(opened, 1, 1);
  opened.db.close();
});
afterAll(() => round.remove());

const run = (...words: readonly string[]): Promise<Ran> => mtxHere([...words, '--json'], { passphrase });
const at = (name: string): string => join(round.folder, name);
const put = (name: string, text: string): string => {
  writeFileSync(at(name), text);
  return at(name);
};
const state = () => {
  const opened = value(openWorkspace(round.workspace, machineEntropy));
  const found = { rows: stateOf(opened.db), files: filesIn(round.workspace) };
  opened.db.close();
  return found;
};

/** A refusal with its exit code, one JSON value, the sentence on standard error, and the workspace as it was. */
async function refused(code: string, exit: 1 | 2, ...words: readonly string[]): Promise<void> {
  const before = state();
  const ran = await run(...words);
  expect([ran.code, jsonOf(ran).error?.code]).toEqual([exit, code]);
  expect(jsonOf(ran).error.message.length).toBeGreaterThan(10);
  expect(ran.err).toBe(`${jsonOf(ran).error.message} [${code}]`);
  expect(state()).toEqual(before);
}

const inRound = (roundId: string) => ['--workspace', round.workspace, '--round', roundId];

describe('a command is refused, and changes nothing', () => {
  it('in a folder without a workspace, in an unknown round', async () => {
    await refused('workspace.not-found', 1, 'rank', '--workspace', round.folder, '--round', draft);
    for (const words of [['rank'], ['progress'], ['assign', '--per-candidate', '1'], ['issue', '--out', at('x')]]) {
      await refused('round.unknown', 1, ...words, ...inRound('x'));
    }
    await refused(
      'round.unknown',
      1,
      'export',
      '--form',
      'ranking',
      '--format',
      'csv',
      '--out',
      at('x.csv'),
      ...inRound('x'),
    );
    expect(readdirSync(round.folder)).not.toContain('x');
  });

  it('when a round is created from what is no template or policy', async () => {
    const create = (...words: readonly string[]) => [
      'round',
      'create',
      '--workspace',
      round.workspace,
      '--title',
      '新批次',
      ...words,
    ];
    await refused('round.template-unknown', 1, ...create('--template', '没有'));
    await refused('round.template-unreadable', 1, ...create('--template', put('a.json', 'rubbish')));
    await refused('round.template-invalid', 1, ...create('--template', put('b.json', '{"formatVersion":1}')));
    await refused('cli.file-missing', 1, ...create('--template', 'building', '--policy', at('没有.json')));
    await refused('cli.policy-file', 2, ...create('--template', 'building', '--policy', put('c.json', '{}')));
    await refused('cli.policy-file', 2, ...create('--template', 'building', '--policy', put('d.json', 'rubbish')));
    await refused('cli.choice', 2, ...create('--template', 'building', '--mode', 'test'));
    await refused('cli.choice', 2, ...create('--template', 'building', '--deadline', '明天'));
    await refused('cli.number', 2, ...create('--template', 'building', '--quota', 'x'));
    await refused('round.quota-mismatch', 1, ...create('--template', 'product', '--quota', '3'));
    await refused(
      'round.title-missing',
      1,
      ...create('--template', 'building').map((word) => (word === '新批次' ? ' ' : word)),
    );
  });

  it('when a spreadsheet cannot be read, in the shape of an import', async () => {
    const before = state();
    const files = [
      put('empty.csv', ''),
      put('rubbish.xlsx', 'PK\u0003\u0004rubbish'),
      put('header.csv', '甲,乙\n1,2\n'),
    ];
    for (const [kind, file] of files.flatMap(
      (file) =>
        [
          ['candidates', file],
          ['experts', file],
        ] as const,
    )) {
      const ran = await run(kind, 'import', file, ...inRound(draft));
      expect(ran.code).toBe(1);
      expect(jsonOf(ran)).toMatchObject({ taken: 0, held: 0, rows: [], problems: [{ severity: 'file', row: null }] });
      expect(jsonOf(ran).problems[0].message).toMatch(/数据未作改动/);
    }
    expect(state().rows['candidates']).toEqual(before.rows['candidates']);
    expect(state().rows['experts']).toEqual(before.rows['experts']);
  });

  it('when a list or its dossiers are missing, and the list is not taken without them', async () => {
    const list = put('list.csv', '编号,名称,申报单位\nB77,楼,甲\n');
    const words = (file: string, ...more: readonly string[]) => [
      'candidates',
      'import',
      file,
      ...inRound(draft),
      ...more,
    ];
    await refused('files.missing', 1, ...words(at('没有.csv')));
    await refused('cli.file-missing', 1, ...words(list, '--dossiers', at('没有')));
    await refused('round.track-unknown', 1, ...words(list, '--track', 'x'));
    const before = state().rows['candidates'];
    const ran = await run(...words(list, '--dossiers', list));
    expect([ran.code, jsonOf(ran).error.code]).toEqual([1, 'files.not-a-folder']);
    expect(state().rows['candidates']).toEqual(before);
  });

  it('when candidates come twice', async () => {
    const list = put('twice.csv', '编号,名称,申报单位\nB88,楼,甲\n');
    expect((await run('candidates', 'import', list, ...inRound(draft))).code).toBe(0);
    const before = state().rows['candidates'];
    const again = await run('candidates', 'import', list, ...inRound(draft));
    expect(again.code).toBe(1);
    expect(jsonOf(again)).toMatchObject({ taken: 0, held: 1, problems: [{ kind: 'candidates.code-exists', row: 2 }] });
    expect(state().rows['candidates']).toEqual(before);
  });

  it('after issuing', async () => {
    const list = put('late.csv', '编号,名称,申报单位\nB99,楼,甲\n');
    const people = put('people.csv', '姓名,单位\n赵六,甲\n');
    await refused('round.not-draft', 1, 'candidates', 'import', list, ...inRound(round.roundId));
    await refused('round.not-draft', 1, 'experts', 'import', people, ...inRound(round.roundId));
    await refused('round.not-draft', 1, 'assign', '--per-candidate', 'all', ...inRound(round.roundId));
    await refused('round.not-draft', 1, 'issue', '--out', at('x'), ...inRound(round.roundId));
  });

  it('before there is anything to assign, issue or rank', async () => {
    await refused('assignment.no-candidates', 1, 'assign', '--per-candidate', '1', ...inRound(empty));
    await refused('cli.number', 2, 'assign', '--per-candidate', '0', ...inRound(draft));
    await refused('cli.number', 2, 'assign', '--per-candidate', '1', '--seed', 'x', ...inRound(draft));
    await refused('assignment.per-candidate', 1, 'assign', '--per-candidate', '9', ...inRound(draft));
    await refused('round.no-candidates', 1, 'issue', '--out', at('x'), ...inRound(empty));
    await refused('round.no-candidates', 1, 'rank', ...inRound(empty));
  });

  it('when a form or format is not to be had', async () => {
    const out = at('x.pdf');
    const words = (form: string, format: string) => [
      'export',
      '--form',
      form,
      '--format',
      format,
      '--out',
      out,
      ...inRound(round.roundId),
    ];
    await refused('cli.format-unavailable', 2, ...words('notice', 'xlsx'));
    await refused('cli.format-unavailable', 2, ...words('ranking', 'docx'));
    await refused('cli.choice', 2, ...words('ranking', 'ods'));
    await refused('cli.choice', 2, ...words('slip', 'docx'));
    await refused('cli.pdf-needs-window', 2, ...words('ranking', 'pdf'));
    expect(readdirSync(round.folder)).not.toContain('x.pdf');
  });

  it('without the passphrase that it needs', async () => {
    for (const words of [
      ['issue', '--out', at('x'), ...inRound(draft)],
      ['import', '--workspace', round.workspace, round.results],
    ]) {
      const before = state();
      const missing = await mtxHere([...words, '--json']);
      expect([missing.code, jsonOf(missing).error.code]).toEqual([1, 'workspace.passphrase-missing']);
      const wrong = await mtxHere([...words, '--json'], { passphrase: 'not this one' });
      expect([wrong.code, jsonOf(wrong).error.code]).toEqual([1, 'identity.wrong-passphrase']);
      expect(state()).toEqual(before);
    }
  });

  it('when issuing would write over a file', async () => {
    expect((await run('assign', '--per-candidate', 'all', ...inRound(draft))).code).toBe(0);
    mkdirSync(at('taken'));
    put(join('taken', 'codes.csv'), 'mine');
    await refused('files.exists', 1, 'issue', '--out', at('taken'), ...inRound(draft));
    expect(readFileSync(at('taken/codes.csv'), 'utf8')).toBe('mine');
  });
});

describe('on the expert’s side', () => {
  const score = (index: number, change: Record<string, string> = {}) => {
    const { path, code } = round.tasks[index] ?? { path: '', code: '' };
    const options = {
      task: path,
      code,
      scores: put('good.csv', scoresCsv([80, 70])),
      home: at('home'),
      out: at('own'),
      ...change,
    };
    return run('score', ...Object.entries(options).flatMap(([name, text]) => [`--${name}`, text]));
  };

  it('wrong, mistyped and foreign codes are told apart, and nothing is handed in', async () => {
    const [first, second] = round.tasks;
    const typo = (first?.code ?? '').replace(/.$/, (letter) => (letter === '0' ? '1' : '0'));
    const ran = [
      await score(0, { code: second?.code ?? '' }),
      await score(0, { code: typo }),
      await score(0, { code: '1234' }),
      await score(0, { task: put('rubbish.mtxtask', 'rubbish') }),
      await score(0, { task: resultOf(round.results, 1) }),
    ];
    expect(ran.map((each) => [each.code, jsonOf(each).error.code])).toEqual([
      [1, 'package.wrong-code'],
      [1, 'identity.code-typo'],
      [1, 'identity.code-length'],
      [1, 'package.not-age'],
      [1, 'package.identity-needed'],
    ]);
    const shown = await run('task', 'show', first?.path ?? '', '--code', typo);
    expect([shown.code, jsonOf(shown).error.code]).toEqual([1, 'identity.code-typo']);
    expect(readdirSync(round.folder)).not.toContain('own');
  });

  it('bad scores leave what was entered before as it was', async () => {
    const good = await score(0);
    expect([good.code, jsonOf(good).seq]).toEqual([0, 1]);
    const bad = await score(0, { scores: put('bad.csv', scoresCsv([80, 70]).replace(/^B02,[^,]*/m, 'B02,1.23')) });
    expect([bad.code, jsonOf(bad).error.code]).toEqual([1, 'scoring.off-step']);
    const again = await score(0);
    expect(jsonOf(again).seq).toBe(2);
    expect(readdirSync(at('own'))).toHaveLength(2);
  });

  it('a place that is none is refused with its code, not with a stack', async () => {
    const file = put('file', '');
    const ran = [await score(1, { home: join(file, 'home') }), await score(1, { out: join(file, 'out') })];
    expect(ran.map((each) => [each.code, jsonOf(each).error.code])).toEqual([
      [1, 'workspace.folder-not-writable'],
      [1, 'files.not-a-folder'],
    ]);
    const demo = await run('demo', '--out', file);
    expect([demo.code, jsonOf(demo).error.code]).toEqual([1, 'files.not-a-folder']);
  });
});

it('a workspace that lost its database is damaged for every command', async () => {
  cpSync(round.workspace, at('lost'), { recursive: true });
  rmSync(at('lost/workspace.db'));
  for (const words of [
    ['rank', '--round', draft],
    ['import', round.results],
  ]) {
    const ran = await run(...words, '--workspace', at('lost'));
    expect([ran.code, jsonOf(ran).error.code]).toEqual([1, 'workspace.damaged']);
  }
  expect(readdirSync(at('lost'))).not.toContain('workspace.db');
});
