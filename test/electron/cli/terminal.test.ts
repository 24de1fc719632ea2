import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ensureBuilt } from '../../runtime/build.mjs';

const script = ['/usr/bin/script', '/bin/script'].find((path) => existsSync(path));
const root = join(import.meta.dirname, '..', '..', '..');
const passphrase = '山高水长 风清月朗';

let folder: string;
beforeAll(async () => {
  await ensureBuilt(['main']);
  folder = mkdtempSync(join(tmpdir(), 'mtx-terminal-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Answer = readonly [prompt: string, keys: string];

/** Runs mtx on a terminal of its own and types each answer once its prompt stands there. */
async function type(words: readonly string[], answers: readonly Answer[]) {
  const all = [process.execPath, join(root, 'dist', 'main', 'mtx.cjs'), ...words];
  const program = all.map((word) => `'${word}'`).join(' ');
  const { MTX_PASSPHRASE: _none, ...env } = process.env;
  const child = spawn(script ?? '', ['-qec', program, '/dev/null'], {
    cwd: folder,
    env,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let screen = '';
  let answered = 0;
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (part: string) => {
    screen += part;
    const [prompt, keys] = answers[answered] ?? [];
    if (prompt === undefined || !screen.includes(prompt)) return;
    answered += 1;
    child.stdin.write(keys);
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, screen };
}

// `script` gives a terminal; it is part of Debian's bsdutils and missing only on stripped systems.
describe.skipIf(script === undefined)('on a terminal', () => {
  const init = (place: string, ...words: readonly string[]) => [
    'workspace',
    'init',
    place,
    '--name',
    'office',
    ...words,
  ];

  it('a passphrase is asked for twice and never shown', async () => {
    const { code, screen } = await type(init('made'), [
      ['工作区口令：', `${passphrase}\r`],
      ['再次输入口令：', `${passphrase}\r`],
    ]);
    expect(screen).toMatch(/工作区“office”已建在/);
    expect(screen).not.toContain('山高');
    expect(code).toBe(0);
  });

  it.each<[string, Answer[]]>([
    [
      'two different ones',
      [
        ['Passphrase: ', 'first words here\r'],
        ['Once more: ', 'second words here\r'],
      ],
    ],
    ['an empty one', [['Passphrase: ', '\r']]],
    ['the end of input', [['Passphrase: ', '\u0004']]],
    ['a break', [['Passphrase: ', '\u0003']]],
  ])('%s make nothing', async (_name, answers) => {
    const { code, screen } = await type(init('none', '--lang', 'en'), answers);
    expect(screen).toContain('[workspace.passphrase-missing]');
    expect(code).toBe(1);
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });

  it('a bar shows how far long work is, and goes away', async () => {
    const words = ['demo', '--kind', 'base', '--candidates', '2', '--experts', '3', '--out', 'demo'];
    const { code, screen } = await type(words, []);
    expect(code).toBe(0);
    expect(screen).toMatch(/[█░]{24} 1\/3 /);
    expect(screen.lastIndexOf('\u001b[K')).toBeGreaterThan(screen.lastIndexOf('█'));
  });
});

it('ends without a word when nobody reads what it prints', () => {
  const program = `'${process.execPath}' '${join(root, 'dist', 'main', 'mtx.cjs')}' template list`;
  const { stderr, status } = spawnSync('sh', ['-c', `${program} | true`], { encoding: 'utf8' });
  expect([stderr, status]).toEqual(['', 0]);
});
