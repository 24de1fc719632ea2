import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { machineEntropy } from '#electron/base/machine-entropy.ts';
import { makePassphraseReader } from '#electron/cli/passphrase.ts';
import { runCommandLine } from '#electron/cli/run.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** Matches any SHA-256 in hexadecimal, and any UUIDv7. */
export const hash = expect.stringMatching(/^[0-9a-f]{64}$/);
export const id = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);

/** What a run of the command line left: exit code and both outputs. */
export type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

export type Surroundings = { readonly cwd?: string; readonly passphrase?: string };

/** Runs the built command line as a process of its own, without a terminal. */
export function mtx(words: readonly string[], { cwd = root, passphrase }: Surroundings = {}): Ran {
  const script = join(root, 'dist', 'main', 'mtx.cjs');
  if (!existsSync(script)) throw new Error('dist/main is not built');
  const { MTX_PASSPHRASE: _none, ...environment } = process.env;
  const env = passphrase === undefined ? environment : { ...environment, MTX_PASSPHRASE: passphrase };
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [script, ...words], {
    cwd,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error !== undefined) throw error;
  return { code: status, out: stdout, err: stderr };
}

/** Runs the same command line inside the test, where it is quick and its lines are counted. */
export async function mtxHere(words: readonly string[], { passphrase }: Surroundings = {}): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommandLine(words, {
    out: (text) => out.push(text),
    error: (text) => err.push(text),
    makeContext: (language, passphraseFile) => ({
      language,
      entropy: machineEntropy,
      resources: join(root, 'resources'),
      analysisWorker: new URL('../../../electron/agreement/worker.ts', import.meta.url),
      readPassphrase:
        passphrase === undefined ? makePassphraseReader(language, passphraseFile) : () => Promise.resolve(passphrase),
      progress: () => undefined,
      say: (line) => err.push(line),
    }),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

/** The one JSON value that a run printed, and nothing beside it. */
export function jsonOf({ out }: Ran): ReturnType<typeof JSON.parse> {
  if (out.trimEnd().includes('\n')) throw new Error(`more than one line on standard output: ${out}`);
  return JSON.parse(out);
}
