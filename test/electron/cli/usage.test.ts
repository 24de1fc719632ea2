import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '#electron/cli/commands.ts';
import { ensureBuilt } from '../../runtime/build.mjs';
import { jsonOf, mtx, mtxHere } from './mtx.ts';

let folder: string;
beforeAll(async () => {
  await ensureBuilt(['main']);
  folder = mkdtempSync(join(tmpdir(), 'mtx-usage-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const passphrase = '山高水长 风清月朗';

describe('help', () => {
  it('of the program names every command, in either language, on standard output', () => {
    for (const words of [['--help'], ['--help', '--lang', 'en'], ['--lang', 'en', '--help'], ['--lang=en', '--help']]) {
      const ran = mtx(words);
      expect(ran).toMatchObject({ code: 0, err: '' });
      for (const { name } of commands) expect(ran.out).toContain(name);
      expect(ran.out.includes('Exit codes: 0 done')).toBe(words.length > 1);
    }
  });

  it('of every command shows its usage, options and the common ones', async () => {
    for (const { name, options, summary } of commands) {
      for (const [language, words] of [
        ['zh', []],
        ['en', ['--lang', 'en']],
      ] as const) {
        const ran = await mtxHere([...name.split(' '), '--help', ...words]);
        expect(ran).toMatchObject({ code: 0, err: '' });
        expect(ran.out).toContain(`mtx ${name}`);
        expect(ran.out).toContain(summary[language]);
        for (const option of [...Object.keys(options), 'json', 'lang', 'passphrase-file', 'help']) {
          expect(ran.out).toContain(`--${option}`);
        }
        if (language === 'en')
          expect(ran.out.replaceAll(/评[^ ]*|回避|弃权|否决|编号|排序名单/g, '')).not.toMatch(/\p{Script=Han}/u);
      }
    }
  });

  it('of a group shows the commands that begin so, and of nothing known nothing', async () => {
    const group = await mtxHere(['task', '--help']);
    expect(group.code).toBe(0);
    expect(group.out).toContain('task show');
    expect(group.out).not.toContain('rank');
    const unknown = await mtxHere(['frobnicate', '--help']);
    expect([unknown.code, unknown.out]).toEqual([2, '']);
  });

  it('is printed on standard error when nothing was asked', () => {
    const ran = mtx([]);
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toContain('workspace init');
  });
});

describe('wrong usage', () => {
  it.each([
    ['an unknown command', ['frobnicate'], 'cli.unknown-command'],
    ['half a command', ['workspace'], 'cli.unknown-command'],
    ['an unknown option', ['template', 'list', '--colour'], 'cli.usage'],
    ['a required option left out', ['rank', '--workspace', 'ws'], 'cli.usage'],
    ['an option without its value', ['rank', '--workspace', 'ws', '--round'], 'cli.usage'],
    ['a value for a switch', ['template', 'list', '--json=yes'], 'cli.usage'],
    ['a file left out', ['template', 'show'], 'cli.usage'],
    ['a file too many', ['template', 'show', 'building', 'product'], 'cli.usage'],
    ['a file where none belongs', ['template', 'list', 'building'], 'cli.usage'],
    ['a passphrase as an argument', ['template', 'list', '--passphrase', 'x'], 'cli.usage'],
  ])('%s gives exit code 2, a sentence, and with --json the code', async (_name, words, code) => {
    const told = await mtxHere(words);
    expect([told.code, told.out]).toEqual([2, '']);
    expect(told.err).toMatch(/未执行任何操作/);
    const asked = await mtxHere([...words, '--json']);
    expect(jsonOf(asked)).toMatchObject({ error: { code } });
    expect(asked.code).toBe(2);
    const english = await mtxHere(['--lang', 'en', ...words]);
    expect(english.code).toBe(2);
    expect(english.err).toMatch(/Nothing was done/);
  });

  it('an unknown language is refused in the first one', async () => {
    const ran = await mtxHere(['template', 'list', '--lang', 'fr']);
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toMatch(/--lang zh-CN\|en.*未执行任何操作/);
  });

  it.each([
    [['demo', '--kind', 'x'], 'cli.choice'],
    [['demo', '--candidates', '0'], 'cli.number'],
    [['demo', '--experts', '1.5'], 'cli.number'],
    [['demo', '--seed', '-1'], 'cli.usage'],
    [['demo', '--seed', '99999999999'], 'cli.number'],
  ])('%j is refused before anything is made', async (words, code) => {
    const out = join(folder, 'demo');
    const ran = await mtxHere([...words, '--out', out, '--json']);
    expect([ran.code, jsonOf(ran).error.code]).toEqual([2, code]);
    expect(readdirSync(folder)).not.toContain('demo');
  });
});

describe('a passphrase', () => {
  const init = (place: string, ...words: readonly string[]) => [
    'workspace',
    'init',
    place,
    '--name',
    '评审办',
    '--json',
    ...words,
  ];

  it('comes from the environment', () => {
    const ran = mtx(init('environment'), { cwd: folder, passphrase });
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(jsonOf(ran).folder).toBe(join(folder, 'environment'));
  });

  it('comes from the first line of a file, with a Windows editor’s mark and line end too, before the environment', () => {
    writeFileSync(join(folder, 'words.txt'), `\ufeff${passphrase}\r\nsecond line\r\n`);
    const made = mtx(init('from-file', '--passphrase-file', 'words.txt'), { cwd: folder, passphrase: '123' });
    expect(made).toMatchObject({ code: 0, err: '' });
  });

  it('that is missing, weak or in no file is refused, and nothing is made', () => {
    const before = readdirSync(folder);
    const none = mtx(init('none'), { cwd: folder });
    expect([none.code, jsonOf(none).error.code]).toEqual([1, 'workspace.passphrase-missing']);
    const noFile = mtx(init('none', '--passphrase-file', 'no-such.txt'), { cwd: folder, passphrase });
    expect([noFile.code, jsonOf(noFile).error.code]).toEqual([1, 'workspace.passphrase-missing']);
    const weak = mtx(init('none'), { cwd: folder, passphrase: '123' });
    expect([weak.code, jsonOf(weak).error.code]).toEqual([1, 'identity.passphrase-weak']);
    expect(readdirSync(folder)).toEqual(before);
  });
});

describe('templates', () => {
  it('are listed and shown in JSON that a round can be made of', async () => {
    const listed = jsonOf(await mtxHere(['template', 'list', '--json']));
    expect(listed.map(({ kind }: { kind: string }) => kind)).toEqual([
      'building',
      'product',
      'talent',
      'college',
      'base',
      'other',
    ]);
    for (const kind of ['building', 'product', 'talent', 'college', 'base', 'blank']) {
      const shown = await mtxHere(['template', 'show', kind, '--json']);
      expect(shown.code).toBe(0);
      expect(jsonOf(shown)).toMatchObject({
        formatVersion: 1,
        design: { tracks: expect.any(Array), policy: { version: 2 } },
      });
    }
    const unknown = mtx(['template', 'show', '没有', '--json']);
    expect([unknown.code, jsonOf(unknown).error.code]).toEqual([1, 'round.template-unknown']);
  });

  it('are readable', async () => {
    const list = await mtxHere(['template', 'list']);
    expect(list.out.split('\n')).toHaveLength(6);
    const shown = await mtxHere(['template', 'show', 'base']);
    expect(shown.out).toMatch(/参考模板/);
    expect(shown.out).toMatch(/^ {4}\S+ +\* +\d/m);
    expect(shown.out).toMatch(/^ {2}! \S+/m);
  });
});
