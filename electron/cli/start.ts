import { join } from 'node:path';
import { machineEntropy } from '../base/machine-entropy.ts';
import { makePassphraseReader } from './passphrase.ts';
import { runCommandLine } from './run.ts';
import { printProgress } from './progress-bar.ts';

const terminal = {
  out: (text: string) => process.stdout.write(`${text}\n`),
  error: (text: string) => process.stderr.write(`${text}\n`),
};

/** Runs what the command line says. @param folder where the bundle lies */
export function start(folder: string): void {
  process.stdout.on('error', endWhenUnread);
  process.stderr.on('error', endWhenUnread);
  void runCommandLine(process.argv.slice(2), {
    ...terminal,
    makeContext: (language, passphraseFile) => ({
      language,
      entropy: machineEntropy,
      // The bundle lies in dist/main, beside the installation's resources.
      resources: join(folder, '..', '..', 'resources'),
      analysisWorker: join(folder, 'analysis-worker.cjs'),
      member: process.env['MTX_MEMBER'] === '' ? undefined : process.env['MTX_MEMBER'],
      readPassphrase: makePassphraseReader(language, passphraseFile),
      progress: printProgress,
      say: terminal.error,
    }),
  }).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      terminal.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      process.exitCode = 1;
    },
  );
}

/** Who reads may stop reading (`mtx rank … | head`): then nothing is left to do. */
function endWhenUnread(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}
