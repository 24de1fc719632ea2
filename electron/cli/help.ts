import type { Language, Sentence } from '#shared/base/sentence.ts';
import type { Command } from './command.ts';

const words = {
  title: {
    zh: 'mtx：满天星评审工作台命令行',
    en: 'mtx: the command line of the Mantianxing Review Workbench',
  },
  usage: { zh: '用法', en: 'Usage' },
  options: { zh: '选项', en: 'Options' },
  commands: { zh: '命令', en: 'Commands' },
  more: { zh: '每个命令都可以加 --help 查看用法。', en: 'Every command explains itself with --help.' },
  exits: {
    zh: '退出码：0 完成，1 被拒绝或有不足，2 用法有误。口令取自提示、MTX_PASSPHRASE 或 --passphrase-file。',
    en: 'Exit codes: 0 done, 1 refused or falls short, 2 wrong usage. Passphrases come from a prompt, MTX_PASSPHRASE or --passphrase-file.',
  },
} as const satisfies Record<string, Sentence>;

const commonOptions: readonly (readonly [string, Sentence])[] = [
  ['--json', { zh: '在标准输出打印一个 JSON 值', en: 'print one JSON value on standard output' }],
  ['--lang zh-CN|en', { zh: '语言', en: 'language' }],
  ['--passphrase-file FILE', { zh: '从文件第一行读取口令', en: 'read the passphrase from the first line of a file' }],
  [
    '--member NAME',
    {
      zh: '以哪位成员登录（也可用 MTX_MEMBER），只有一名成员时不必写',
      en: 'who signs in (or MTX_MEMBER); not needed for an only member',
    },
  ],
  ['--help', { zh: '显示用法', en: 'show this help' }],
];

/** The whole program's help; with words, the commands that begin with them. */
export function describeProgram(commands: readonly Command[], language: Language, named: readonly string[]): string {
  const say = pick(language);
  const listed = commands.filter(({ name }) => named[0] === undefined || name.startsWith(named[0]));
  const width = Math.max(...listed.map(({ name }) => name.length), 0);
  return [
    say(words.title),
    '',
    `${say(words.usage)}: mtx ${language === 'en' ? 'COMMAND' : '命令'} …`,
    '',
    `${say(words.commands)}:`,
    ...listed.map(({ name, summary }) => `  ${name.padEnd(width)}  ${say(summary)}`),
    '',
    say(words.more),
    say(words.exits),
  ].join('\n');
}

/** One command's help. */
export function describeCommand(command: Command, language: Language): string {
  const say = pick(language);
  const options = Object.entries(command.options).map(
    ([name, { value, help }]) => [value === undefined ? `--${name}` : `--${name} ${value}`, help] as const,
  );
  const rows = [...options, ...commonOptions];
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    `${say(words.usage)}: ${usageLine(command)}`,
    '',
    say(command.summary),
    '',
    `${say(words.options)}:`,
    ...rows.map(([name, help]) => `  ${name.padEnd(width)}  ${say(help)}`),
  ].join('\n');
}

function usageLine({ name, options, files }: Command): string {
  const parts = Object.entries(options).map(([option, { value, required }]) => {
    const text = value === undefined ? `--${option}` : `--${option} ${value}`;
    return required === true ? text : `[${text}]`;
  });
  return ['mtx', name, ...parts, ...(files === null ? [] : [files.label])].join(' ');
}

function pick(language: Language): (sentence: Sentence) => string {
  return ({ zh, en }) => (language === 'en' ? en : zh);
}
