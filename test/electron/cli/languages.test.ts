import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonOf, mtxHere, type Ran } from './mtx.ts';
import { passphrase, prepareRound, type PreparedRound } from './prepared-round.ts';

let round: PreparedRound;
beforeAll(async () => {
  round = await prepareRound();
  await mtxHere(['import', '--workspace', round.workspace, round.results], { passphrase });
});
afterAll(() => round.remove());

const at = (...names: readonly string[]): string => join(round.folder, ...names);
const places = (): string[] => ['--workspace', round.workspace];
const inRound = (roundId = round.roundId): string[] => [...places(), '--round', roundId];
const inHome = (): string[] => ['--home', at('home'), '--out', at('out')];

let copies = 0;
/** Whole sentences of Chinese end in its marks; names in the data do not. */
const chinese = /[，。；：（]/;

describe('every answer is in the language asked for', () => {
  const answers: readonly (readonly [string, () => readonly string[]])[] = [
    ['a ranking', () => ['rank', ...inRound()]],
    ['a ranking explained', () => ['rank', '--explain', 'B01', ...inRound()]],
    ['an analysis', () => ['agreement', '--samples', '50', ...inRound()]],
    ['progress', () => ['progress', ...inRound()]],
    ['receipts', () => ['receipts', '--out', at('receipts'), ...inRound()]],
    ['a task', () => ['task', 'show', round.tasks[0]?.path ?? '', '--code', round.tasks[0]?.code ?? '']],
    ['a roster', () => ['roster', 'verify', ...places()]],
    ['a verified package', () => ['verify', ...places(), '--commission', round.commission, round.results]],
    ['an audit log', () => ['trace', 'verify', ...places()]],
    ['a task issued again', () => ['issue', '--expert', '专家1', '--out', at(`again-${(copies += 1)}`), ...inRound()]],
    ['a revoked key', () => ['expert', 'revoke', '--expert', names.pop() ?? '', '--reason', '遗失', ...inRound()]],
    ['a card', () => ['card', 'make', '--name', '专家1', ...inHome()]],
    ['a recovery key', () => ['recovery', 'create', ...places()]],
    ['a rotation', () => ['keys', 'rotate', ...places()]],
    ['help', () => ['rank', '--help']],
  ];
  const names = ['专家1', '专家2'];

  it.each(answers)('%s', async (_, words) => {
    const zh = await mtxHere([...words(), '--lang', 'zh-CN'], { passphrase });
    const en = await mtxHere([...words(), '--lang', 'en'], { passphrase });
    expect([zh.err, en.err, zh.code]).toEqual(['', '', en.code]);
    expect(zh.out).toMatch(/[\u4e00-\u9fff]/);
    expect(en.out).not.toMatch(chinese);
    expect(en.out).toMatch(/[a-z]{3}/);
    expect(zh.out).not.toBe(en.out);
  });
});

describe('an explanation', () => {
  it('of every candidate is one JSON value, with the hashes of the ranking', async () => {
    const all = jsonOf(await mtxHere(['rank', '--explain', '*', ...inRound(), '--json']));
    expect(all.explanations.map(({ row }: { row: { code: string } }) => row.code)).toEqual(['B01', 'B02']);
    const one = jsonOf(await mtxHere(['rank', '--explain', 'B02', ...inRound(), '--json']));
    expect(one).toMatchObject({ ...all.explanations[1], resultHash: all.resultHash });
    const none = await mtxHere(['rank', '--explain', 'B99', ...inRound(), '--json']);
    expect(none.code).toBe(1);
  });
});

describe('what is asked of a round that is not there', () => {
  const unknown = 'nowhere';
  const asked: readonly (readonly [string, () => readonly string[]])[] = [
    ['rank', () => ['rank']],
    ['rank under other quotas', () => ['rank', '--void', '专家1']],
    ['agreement', () => ['agreement']],
    ['progress', () => ['progress']],
    ['export', () => ['export', '--form', 'summary', '--format', 'xlsx', '--out', at('x.xlsx')]],
    ['issue', () => ['issue', '--out', at('x')]],
    ['lock', () => ['lock']],
    ['reopen', () => ['reopen', '--note', 'x']],
    ['assign', () => ['assign', '--per-candidate', '1']],
    ['candidates import', () => ['candidates', 'import', round.results]],
    ['receipts', () => ['receipts', '--out', at('x')]],
  ];

  it.each(asked)('is refused with a code: %s', async (_, words) => {
    const ran: Ran = await mtxHere([...words(), ...inRound(unknown), '--json'], { passphrase });
    expect(ran.code).toBe(1);
    expect(jsonOf(ran).error.code).toMatch(/^(?:round\.unknown|decision\.expert-unknown|tables\.|files\.|cli\.)/);
  });
});

describe('a command that needs a passphrase', () => {
  it('is refused without one, before anything is written', async () => {
    const codeOf = async (...words: readonly string[]) => jsonOf(await mtxHere([...words, '--json'])).error.code;
    expect(await codeOf('workspace', 'init', at('new'), '--name', '评审办')).toBe('workspace.passphrase-missing');
    expect(await codeOf('workspace', 'init', at('new'), '--name', '评审办', '--suite', 'rsa')).toBe('cli.choice');
    expect(await codeOf('card', 'make', '--name', '专家1', ...inHome())).toBe('identity.passphrase-missing');
    expect(await codeOf('recovery', 'create', ...places())).toBe('workspace.passphrase-missing');
    const taken = await mtxHere(['workspace', 'init', round.workspace, '--name', '评审办', '--json'], { passphrase });
    expect(jsonOf(taken).error.code).toBe('workspace.exists');
  });
});
