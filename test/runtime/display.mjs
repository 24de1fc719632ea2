// A display for windows nobody looks at: Xvfb on a free number, ended with us.
//   node test/runtime/display.mjs npx playwright test …     runs a command with a display, ours if there is none
import { setTimeout as wait } from 'node:timers/promises';
import { findProgram, hasDisplay } from './paths.mjs';
import { exited, isStarted, main, PlainError, start } from './run.mjs';

const startLimit = 30_000;

/** Starts Xvfb; it chooses a free display number itself and tells it on descriptor 3 once it listens. */
async function startXvfb() {
  if (findProgram('Xvfb') === undefined)
    throw new PlainError('There is no display and no Xvfb. Install it: sudo apt-get install -y xvfb');
  const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset'];
  const child = start('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  const ended = exited(child);
  let complaint = '';
  child.stderr.on('data', (bytes) => (complaint = `${complaint}${bytes}`.slice(-2_000)));
  const number = new Promise((resolve) => {
    let printed = '';
    child.stdio[3].on('data', (bytes) => {
      printed += String(bytes);
      if (printed.includes('\n')) resolve(printed.trim());
    });
  });
  const tooLate = wait(startLimit, undefined, { ref: false });
  const display = await Promise.race([number, tooLate, ended.then(() => undefined)]);
  if (display !== undefined) return { child, ended, display };
  child.kill('SIGKILL');
  throw new PlainError(`Xvfb did not start: ${complaint.trim()}`);
}

/**
 * Runs an action with a display: the present one, or an Xvfb that is ended afterwards (also on Ctrl+C, as all we start).
 * @param action gets the environment to give to programs.
 */
export async function withDisplay(action) {
  if (hasDisplay()) return action({});
  const { child, ended, display } = await startXvfb();
  try {
    return await action({ DISPLAY: `:${display}` });
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

if (isStarted(import.meta.url))
  await main(async () => {
    const [command, ...args] = process.argv.slice(2);
    if (command === undefined) throw new PlainError('Usage: node test/runtime/display.mjs <command> [arguments]');
    return withDisplay((env) => exited(start(command, args, { env })));
  });
