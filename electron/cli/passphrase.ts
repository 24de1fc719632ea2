import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { Language } from '#shared/base/sentence.ts';

/**
 * Makes the reader of passphrases: `--passphrase-file` (its first line), then `MTX_PASSPHRASE`, then a prompt on the
 * terminal that does not echo. Never an argument: those show in process lists.
 * @returns null when there is no passphrase to be had
 */
export function makePassphraseReader(
  language: Language,
  file: string | undefined,
): (confirm: boolean) => Promise<string | null> {
  return async (confirm) => {
    if (file !== undefined) return readFirstLine(file);
    const fromEnvironment = process.env['MTX_PASSPHRASE'];
    if (fromEnvironment !== undefined && fromEnvironment !== '') return fromEnvironment;
    if (!process.stdin.isTTY || !process.stderr.isTTY) return null;
    const words = language === 'en' ? ['Passphrase: ', 'Once more: '] : ['工作区口令：', '再次输入口令：'];
    const first = await askHidden(words[0] ?? '');
    if (!confirm) return first === '' ? null : first;
    const second = await askHidden(words[1] ?? '');
    return first !== '' && first === second ? first : null;
  };
}

function readFirstLine(file: string): string | null {
  try {
    // Windows editors put a byte-order mark before the first line.
    const [line = ''] = readFileSync(file, 'utf8')
      .replace(/^\ufeff/, '')
      .split(/\r?\n/);
    return line === '' ? null : line;
  } catch {
    return null;
  }
}

/** What was typed, unseen; '' when the input ended or was broken off (Ctrl+D, Ctrl+C). */
function askHidden(prompt: string): Promise<string> {
  process.stderr.write(prompt);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: silent, terminal: true });
  return new Promise((resolve) => {
    let typed = '';
    reader.on('SIGINT', () => reader.close());
    reader.on('close', () => {
      process.stderr.write('\n');
      resolve(typed);
    });
    reader.question('', (answer) => {
      typed = answer;
      reader.close();
    });
  });
}
