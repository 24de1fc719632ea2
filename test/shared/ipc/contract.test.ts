import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contract } from '#shared/ipc/contract.ts';

const calls = Object.entries(contract).map(([name, { input }]) => ({ name, input }));

/** Field names of a call's input, at its top. */
const fieldsOf = (input: z.ZodType): string[] => (input instanceof z.ZodObject ? Object.keys(input.shape) : []);

describe('every call that a window may make', () => {
  it.each(calls)('$name takes a plain object of known fields and nothing else', ({ input }) => {
    for (const strange of [undefined, null, 'text', 1, true, [], [{}]])
      expect(input.safeParse(strange).success).toBe(false);
    const { success, error } = input.safeParse({ unheardOf: 1 });
    expect(success).toBe(false);
    expect(JSON.stringify(error?.issues)).toContain('unheardOf');
  });

  it.each(calls)('$name sends no path: files and folders are named by grants', ({ input }) => {
    expect(fieldsOf(input).filter((field) => /path|directory/i.test(field))).toEqual([]);
    for (const field of fieldsOf(input).filter((name) => /^(?:file|folder)$/.test(name))) {
      const issues = input.safeParse({ [field]: '/etc/passwd' }).error?.issues ?? [];
      expect(issues.map(({ path }) => path[0])).toContain(field);
    }
  });
});
