// A display for windows nobody looks at: Xvfb on a free number, ended with us.
//   node test/runtime/display.mjs npx playwright test …     runs a command with a display, ours if there is none
import { spawn } from 'node:child_process';
import { findProgram, hasDisplay } from './paths.mjs';
import { exited, isStarted, main, PlainError, start } from './run.mjs';

const startLimit = 30_000;

/** Starts Xvfb; it chooses a free display number itself and tells it on descriptor 3 once it listens. */
async function startXvfb() {
  if (findProgram('Xvfb') === undefined)
    throw new PlainError('There is no display and no Xvfb. Install it: sudo apt-get install -y xvfb');
  const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset'];
  const child = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (bytes) => (complaint = `${complaint}${bytes}`.slice(-2_000)));
  const number = await new Promise((resolve, reject) => {
    const tooLate = setTimeout(() => reject(new PlainError('Xvfb did not start within 30 seconds.')), startLimit);
    let printed = '';
    child.stdio[3].on('data', (bytes) => {
      printed += String(bytes);
      if (printed.includes('\n')) resolve(printed.trim());
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new PlainError(`Xvfb ended at once (${code}): ${complaint.trim()}`)));
    child.once('exit', () => clearTimeout(tooLate));
    child.stdio[3].once('data', () => clearTimeout(tooLate));
  }).catch((error) => {
    child.kill('SIGKILL');
    throw error;
  });
  return { child, number };
}

/**
 * Runs an action with a display: the present one, or an Xvfb that is ended afterwards, also on Ctrl+C.
 * @param action gets the environment to give to programs.
 */
export async function withDisplay(action) {
  if (hasDisplay()) return action({});
  const { child, number } = await startXvfb();
  const stop = () => child.kill('SIGTERM');
  const onSignal = (signal) => {
    stop();
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal).once('exit', stop);
  try {
    return await action({ DISPLAY: `:${number}` });
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal).off('exit', stop);
    const ended = child.exitCode !== null ? Promise.resolve() : exited(child);
    stop();
    await ended;
  }
}

if (isStarted(import.meta.url))
  await main(async () => {
    const [command, ...args] = process.argv.slice(2);
    if (command === undefined) throw new PlainError('Usage: node test/runtime/display.mjs <command> [arguments]');
    return withDisplay((env) => exited(start(command, args, { env })));
  });
