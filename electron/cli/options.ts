import { fail, ok, type Result } from '#shared/base/result.ts';
import type { CliCode } from '#shared/cli/sentences.ts';
import type { OptionValues } from './command.ts';

/** The text of an option that the parser has made sure is there. */
export function textOption(options: OptionValues, name: string): string {
  const value = options[name];
  if (typeof value !== 'string') throw new Error(`option ${name} is declared as required`);
  return value;
}

/** The text of an option that may be left out. */
export function optionalText(options: OptionValues, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** A whole number in a range, `fallback` when the option is left out. */
export function wholeNumber<Fallback>(
  options: OptionValues,
  name: string,
  range: { readonly min: number; readonly max: number },
  fallback: Fallback,
): Result<number | Fallback, CliCode> {
  const text = optionalText(options, name);
  if (text === undefined) return ok(fallback);
  const value = Number(text);
  const { min, max } = range;
  if (!/^\d+$/.test(text) || value < min || value > max) return fail('cli.number', { option: name, min, max });
  return ok(value);
}

/** One of a closed list, `fallback` when the option is left out. */
export function oneOf<Choice extends string>(
  options: OptionValues,
  name: string,
  choices: readonly Choice[],
  fallback: Choice,
): Result<Choice, CliCode> {
  const text = optionalText(options, name);
  if (text === undefined) return ok(fallback);
  const choice = choices.find((known) => known === text);
  return choice === undefined ? fail('cli.choice', { option: name, choices: choices.join(' | ') }) : ok(choice);
}
