import type { z } from 'zod';
import { fail, type Result } from '#shared/base/result.ts';
import type { Call } from '#shared/ipc/call.ts';
import { diskFailure } from '../base/file-failure.ts';
import { describeError } from './describe-error.ts';

/** A group of calls of the contract. */
type Calls = Readonly<Record<string, Call<z.ZodType, unknown>>>;
type Input<Group extends Calls, Name extends keyof Group> = z.infer<Group[Name]['input']>;
type Output<Group extends Calls, Name extends keyof Group> = Exclude<Group[Name]['output'], undefined>;

/** One handler for every call of a group; a missing or wrong one does not compile. */
export type HandlersOf<Group extends Calls> = {
  readonly [Name in keyof Group]: (
    input: Input<Group, Name>,
  ) => Result<Output<Group, Name>> | Promise<Result<Output<Group, Name>>>;
};

/** Answers a call by name, whatever the input is. Unknown names are refused. */
export type Answer = (name: string, input: unknown) => Promise<Result<unknown>>;

/** Writes a line to the log. */
export type Log = (level: 'info' | 'warn' | 'error', line: string) => void;

/** The inputs of a group of calls, by name. */
export type InputsOf<Group extends Calls> = { readonly [Name in keyof Group]: Input<Group, Name> };

/** Joins a group of the contract with its handlers: each input is parsed by its schema before the handler sees it. */
export function answerCalls<Inputs extends object>(
  schemas: { readonly [Name in keyof Inputs]: { readonly input: z.ZodType<Inputs[Name]> } },
  handlers: { readonly [Name in keyof Inputs]: (input: Inputs[Name]) => Result<unknown> | Promise<Result<unknown>> },
  log: Log,
): Answer {
  const answer = async <Name extends keyof Inputs & string>(name: Name, input: unknown): Promise<Result<unknown>> => {
    const parsed = schemas[name].input.safeParse(input);
    return parsed.success ? await handlers[name](parsed.data) : refuse(name, parsed.error, log);
  };
  const isKnown = (name: string): name is keyof Inputs & string => Object.hasOwn(schemas, name);
  return async (name, input) => {
    if (!isKnown(name)) return fail('ipc.bad-input', { call: printable(name) });
    return await answer(name, input);
  };
}

/** Turns an exception into a refusal and a line in the log: what a disk refused keeps its code, the rest are bugs. */
export function catchBugs(answer: Answer, log: Log): Answer {
  return async (name, input) => {
    try {
      return await answer(name, input);
    } catch (error) {
      log('error', `${printable(name)} failed: ${describeError(error)}`);
      const failure = diskFailure(error);
      return failure === null ? fail('ipc.unexpected', { call: printable(name) }) : { ok: false, error: failure };
    }
  };
}

/** Loads an answerer at its first call; a failed load is tried again at the next one. */
export function lazily(load: () => Promise<Answer>): Answer {
  let loading: Promise<Answer> | undefined;
  return async (name, input) => {
    loading ??= load();
    const answer = await loading.catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return answer(name, input);
  };
}

/** The log names the places of the faults only: inputs may hold names and passphrases. */
function refuse(name: string, error: z.ZodError, log: Log): Result<never> {
  const places = error.issues.map(({ path, code }) => `${path.map(printable).join('.')} ${code}`);
  log('warn', `${name} refused: ${places.slice(0, 10).join(', ')}`);
  return fail('ipc.bad-input', { call: name });
}

function printable(part: PropertyKey): string {
  return String(part)
    .replaceAll(/[^\w.-]/g, '?')
    .slice(0, 60);
}
