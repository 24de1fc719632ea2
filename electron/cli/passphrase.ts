import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { Language } from '#shared/base/sentence.ts';
import type { CommandContext, PassphraseUse } from './command.ts';

const prompts = {
  workspace: { en: ['Passphrase: ', 'Once more: '], 'zh-CN': ['工作区口令：', '再次输入口令：'] },
  home: {
    en: ['Passphrase of your own for the review data (Enter: the activation code serves): ', 'Once more: '],
    'zh-CN': ['本机评审口令（直接回车则用激活码）：', '再次输入口令：'],
  },
  new: { en: ['New passphrase: ', 'Once more: '], 'zh-CN': ['新口令：', '再次输入新口令：'] },
  paper: { en: ['Recovery key: '], 'zh-CN': ['恢复密钥：'] },
} as const;

/** What is read from the environment instead of `MTX_PASSPHRASE`, and never from `--passphrase-file`. */
const otherSources: Partial<Record<PassphraseUse, string>> = { new: 'MTX_NEW_PASSPHRASE', paper: 'MTX_RECOVERY_KEY' };

/**
 * Makes the reader of passphrases: `--passphrase-file` (its first line), then `MTX_PASSPHRASE`, then a prompt on the
 * terminal that does not echo. Never an argument: those show in process lists.
 * @returns null when there is no passphrase to be had; for a home, which the activation code may open instead, '' when one
 *   was meant but could not be read, so that a slip of the hand does not leave it without
 */
export function makePassphraseReader(language: Language, file: string | undefined): CommandContext['readPassphrase'] {
  return async (confirm, use = 'workspace') => {
    const other = otherSources[use];
    const missed = use === 'home' || use === 'unasked' ? '' : null;
    if (file !== undefined && other === undefined) return readFirstLine(file) ?? missed;
    const fromEnvironment = process.env[other ?? 'MTX_PASSPHRASE'];
    if (fromEnvironment !== undefined && fromEnvironment !== '') return fromEnvironment;
    if (use === 'unasked' || !process.stdin.isTTY || !process.stderr.isTTY) return null;
    const words = prompts[use][language];
    const answer = await askHidden(confirm ? words : words.slice(0, 1));
    return answer === '' ? null : (answer ?? missed);
  };
}

/** The first line of a file; null when it is empty or cannot be read. */
export function readFirstLine(file: string): string | null {
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

/**
 * Asks for the same words at each prompt, unseen. The terminal stops echoing before the first prompt stands there and
 * echoes again only after the last answer, so that nothing typed early shows.
 * @returns '' when nothing was typed at the first; null when the answers differ, or the input ended or was broken off
 *   (Ctrl+D, Ctrl+C)
 */
async function askHidden(prompts: readonly string[]): Promise<string | null> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: silent, terminal: true });
  reader.on('SIGINT', () => reader.close());
  const lines = reader[Symbol.asyncIterator]();
  const answers = new Set<string>();
  for (const prompt of prompts) {
    process.stderr.write(prompt);
    const line = await lines.next();
    process.stderr.write('\n');
    if (line.done === true) return null;
    answers.add(line.value);
    if (line.value === '') break;
  }
  reader.close();
  const [answer = ''] = answers;
  return answers.size === 1 ? answer : null;
}
