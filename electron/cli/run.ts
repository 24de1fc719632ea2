import { parseArgs } from 'node:util';
import type { Failure, Result } from '#shared/base/result.ts';
import type { Language } from '#shared/base/sentence.ts';
import { diskFailure } from '../base/file-failure.ts';
import type { Command, CommandContext, CommandInput, Outcome } from './command.ts';
import { commands } from './commands.ts';
import { describeCommand, describeProgram } from './help.ts';

/** Where a run prints and what it may ask. */
export type Terminal = {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly makeContext: (language: Language, passphraseFile: string | undefined) => CommandContext;
};

/** 0 done, 1 refused or falls short, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

const shared = {
  json: { type: 'boolean' },
  help: { type: 'boolean' },
  lang: { type: 'string' },
  'passphrase-file': { type: 'string' },
  member: { type: 'string' },
} as const;

/** Runs one command line (without the program's own name). */
export async function runCommandLine(typed: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const words = leadWithCommand(typed);
  const language: Language = readLanguage(words);
  const command = findCommand(words);
  if (command === undefined) return answerWithoutCommand(words, language, terminal);
  const parsed = parseWords(command, words.slice(command.name.split(' ').length));
  if ('problem' in parsed) {
    const detail = { ...parsed, command: command.name };
    return refuse({ code: 'cli.usage', detail }, words.includes('--json'), language, terminal);
  }
  if (parsed.options['help'] === true) {
    terminal.out(describeCommand(command, language));
    return 0;
  }
  const file = parsed.options['passphrase-file'];
  const context = terminal.makeContext(language, typeof file === 'string' ? file : undefined);
  const { member } = parsed.options;
  return execute(command, parsed, typeof member === 'string' ? { ...context, member } : context, terminal);
}

async function execute(
  command: Command,
  input: CommandInput,
  context: CommandContext,
  terminal: Terminal,
): Promise<ExitCode> {
  const json = input.options['json'] === true;
  const result = await tryCommand(command, input, context);
  if (!result.ok) return refuse(result.error, json, context.language, terminal);
  terminal.out(json ? JSON.stringify(result.value.json) : result.value.text);
  return result.value.exit;
}

/** What a disk refuses under way (a full one, one taken away) becomes a refusal with its code. */
async function tryCommand(command: Command, input: CommandInput, context: CommandContext): Promise<Result<Outcome>> {
  const run = await command.load();
  try {
    return await run(input, context);
  } catch (error) {
    const failure = diskFailure(error);
    if (failure === null) throw error;
    return { ok: false, error: failure };
  }
}

/** Says why on standard error, with `--json` on standard output too. The sentences are loaded when one is said. */
async function refuse(error: Failure, json: boolean, language: Language, terminal: Terminal): Promise<ExitCode> {
  const { describeFailure } = await import('#shared/text/sentences.ts');
  const message = describeFailure(error, language);
  if (json) terminal.out(JSON.stringify({ error: { ...error, message } }));
  terminal.error(`${message} [${error.code}]`);
  return error.code.startsWith('cli.') && error.code !== 'cli.file-missing' ? 2 : 1;
}

async function answerWithoutCommand(
  words: readonly string[],
  language: Language,
  terminal: Terminal,
): Promise<ExitCode> {
  const options = words.findIndex((word) => word.startsWith('-'));
  const named = options < 0 ? words : words.slice(0, options);
  const asked = words.includes('--help');
  const begins = commands.some(({ name }) => name.startsWith(named[0] ?? ''));
  if (named.length === 0 || (asked && begins)) {
    (asked ? terminal.out : terminal.error)(describeProgram(commands, language, named));
    return asked ? 0 : 2;
  }
  const error = { code: 'cli.unknown-command', detail: { command: named.slice(0, 2).join(' ') } };
  return refuse(error, words.includes('--json'), language, terminal);
}

/** Options that every command has may stand before it: `mtx --lang en rank …` means `mtx rank … --lang en`. */
function leadWithCommand(words: readonly string[]): readonly string[] {
  const [first = ''] = words;
  const option = Object.entries(shared).find(([name]) => first === `--${name}` || first.startsWith(`--${name}=`));
  if (option === undefined) return words;
  const length = option[1].type === 'string' && !first.includes('=') ? 2 : 1;
  const rest = leadWithCommand(words.slice(length));
  return [...rest, ...words.slice(0, length)];
}

function findCommand(words: readonly string[]): Command | undefined {
  return (
    commands.find(({ name }) => name === `${words[0]} ${words[1]}`) ?? commands.find(({ name }) => name === words[0])
  );
}

function readLanguage(words: readonly string[]): Language {
  const index = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const word = words[index] ?? '';
  const value = word.includes('=') ? word.slice(word.indexOf('=') + 1) : words[index + 1];
  return index >= 0 && value === 'en' ? 'en' : 'zh-CN';
}

function parseWords(command: Command, words: readonly string[]): CommandInput | { readonly problem: string } {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, { value }]) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { ...options, ...shared },
      allowPositionals: command.files !== null,
      strict: true,
    });
    const input: CommandInput = { options: values, files: positionals };
    return values.help === true ? input : checkInput(command, input);
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

function checkInput(command: Command, input: CommandInput): CommandInput | { readonly problem: string } {
  const missing = Object.entries(command.options).find(
    ([name, { required }]) => required === true && input.options[name] === undefined,
  );
  if (missing !== undefined) return { problem: `--${missing[0]} ${missing[1].value ?? ''}`.trim() };
  const language = input.options['lang'];
  if (language !== undefined && language !== 'en' && language !== 'zh-CN') return { problem: '--lang zh-CN|en' };
  const { files } = command;
  if (files === null) return input;
  if (input.files.length < files.min || input.files.length > files.max) return { problem: files.label };
  return input;
}
