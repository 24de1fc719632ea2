import type { z } from 'zod';

/** One call across the process boundary: the schema of its input, and the type of its result's value. */
export type Call<Schema extends z.ZodType, Output> = {
  readonly input: Schema;
  /** Carries the type only; never set. */
  readonly output?: Output;
};

/** Declares a call: `call<Output>()(inputSchema)`. */
export function call<Output>(): <Schema extends z.ZodType>(input: Schema) => Call<Schema, Output> {
  return (input) => ({ input });
}
