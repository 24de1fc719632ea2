import type { Entropy } from '#shared/base/ids.ts';
import type { Result } from '#shared/base/result.ts';
import type { Language, Sentence } from '#shared/base/sentence.ts';

/** What a passphrase is for, which the prompt says; `unasked`: only one that is given already. */
export type PassphraseUse = 'workspace' | 'home' | 'unasked' | 'new' | 'paper';

/** What a command may use of its surroundings; tests supply their own. */
export type CommandContext = {
  readonly language: Language;
  readonly entropy: Entropy;
  /** The folder `resources` of the installation: sample data, print styles. */
  readonly resources: string;
  /** The script of electron/agreement/worker.ts in this installation. */
  readonly analysisWorker: string | URL;
  /** From the prompt, `MTX_PASSPHRASE` or `--passphrase-file`; null when there is none. */
  readonly readPassphrase: (confirm: boolean, how?: PassphraseUse) => Promise<string | null>;
  /** Who signs in: `--member` or `MTX_MEMBER`, a name or an id; undefined: the only member. */
  readonly member?: string | undefined;
  /** Progress on standard error. */
  readonly progress: (done: number, total: number, item: string) => void;
  /** A line on standard error. */
  readonly say: (line: string) => void;
};

/** What a command found. `exit` 1: something was refused or falls short, though the command ran. */
export type Outcome = {
  /** Printed with `--json`. */
  readonly json: unknown;
  /** Printed otherwise. */
  readonly text: string;
  readonly exit: 0 | 1;
};

/** Option values by name: texts for options with a value, `true` for switches. */
export type OptionValues = Readonly<Record<string, string | boolean | undefined>>;

export type CommandInput = { readonly options: OptionValues; readonly files: readonly string[] };

export type Run = (input: CommandInput, context: CommandContext) => Promise<Result<Outcome>>;

/** One option. `value` names its value in the usage line; without it the option is a switch. */
export type OptionSpec = { readonly value?: string; readonly required?: boolean; readonly help: Sentence };

/** One command of `mtx`. `load` brings its code only when it is used, so that small commands start fast. */
export type Command = {
  /** One or two words, for example `round create`. */
  readonly name: string;
  readonly summary: Sentence;
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** Files or other words after the options. */
  readonly files: { readonly label: string; readonly min: number; readonly max: number } | null;
  readonly load: () => Promise<Run>;
};
