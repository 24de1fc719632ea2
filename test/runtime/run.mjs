// Starting other programs, and speaking to the person at the terminal.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { node24, root } from './paths.mjs';

/** A failure with a sentence for the person at the terminal; no stack is shown for it. */
export class PlainError extends Error {}

/** Prints a line of progress. It goes to stderr, because stdout belongs to results (JSON, `mtx` output). */
export const say = (line) => void process.stderr.write(`${line}\n`);

/**
 * Runs a program and waits for it.
 * @param options `cwd`, `env` (added to ours), `stdio` (default: shown on stderr), `timeout` in milliseconds.
 * @returns `{code, signal, stdout, stderr}`; code -1 when it could not be started or was stopped by a signal.
 */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: options.cwd ?? root,
    env: { ...process.env, ...options.env },
    stdio: options.stdio ?? ['ignore', 2, 2],
    timeout: options.timeout,
    shell: options.shell ?? false,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  const why = result.error === undefined ? '' : result.error.message;
  return {
    code: result.status ?? -1,
    signal: result.signal,
    stdout: result.stdout ?? '',
    stderr: result.stderr ? result.stderr : why,
  };
}

/** Runs a program and gives back what it printed, without showing it. */
export const runQuietly = (command, args, options = {}) =>
  run(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });

/** Runs npm: the one that started us if there is one, else the one in PATH. Same options and result as `run`. */
export function runNpm(args, options = {}) {
  const script = process.env.npm_execpath;
  const node = process.env.npm_node_execpath ?? process.execPath;
  if (script !== undefined && /npm-cli\.[cm]?js$/.test(script) && existsSync(script) && existsSync(node))
    return run(node, [script, ...args], options);
  return run('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** The environment in which `node` means Node 24 and the installed tools are found by name. */
export function toolEnvironment() {
  const folders = [dirname(node24), `${root}/node_modules/.bin`, process.env.PATH ?? ''];
  return { PATH: folders.join(delimiter) };
}

/**
 * Continues a script on Node 24 when it was started by another Node; call it once everything is installed.
 * Comes back only when this already is Node 24.
 */
export function continueOnNode24(script) {
  if (process.versions.node.startsWith('24.')) return;
  const result = spawnSync(node24, [script, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, ...toolEnvironment() },
  });
  if (result.error !== undefined)
    throw new PlainError(`Node 24 could not be started (${node24}): ${result.error.message}`);
  process.exit(result.status ?? 1);
}

const running = new Set();

/** When we are told to stop, what we started is told too; Ctrl+C in a terminal reaches everybody anyway. */
function stopEverything(signal) {
  for (const child of running) child.kill(signal);
  process.exit(signal === 'SIGINT' ? 130 : 143);
}

/** Starts a program without waiting; its exit is awaited with `exited`. It ends with us when we are told to stop. */
export function start(command, args, options = {}) {
  if (running.size === 0 && process.listenerCount('SIGTERM', stopEverything) === 0)
    process.on('SIGINT', stopEverything).on('SIGTERM', stopEverything);
  const child = spawn(command, args, {
    cwd: root,
    stdio: 'inherit',
    ...options,
    env: { ...process.env, ...options.env },
  });
  running.add(child);
  child.once('close', () => running.delete(child)).once('error', () => running.delete(child));
  return child;
}

/** Waits until a child process has ended. @returns its exit code, 1 for a signal. */
export const exited = (child) =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });

/** Whether the module with this `import.meta.url` is the script that was started, not one imported by it. */
export const isStarted = (url) =>
  process.argv[1] !== undefined && realpathSync(process.argv[1]) === realpathSync(fileURLToPath(url));

/** Runs a script's main function: expected failures become one sentence and exit code 1, bugs keep their stack. */
export async function main(action) {
  try {
    process.exitCode = (await action()) ?? 0;
  } catch (error) {
    say(error instanceof PlainError ? `\n✗ ${error.message}` : String(error?.stack ?? error));
    process.exitCode = 1;
  }
}
