import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';
import type { FileCode } from '#shared/base/file-sentences.ts';
import { ok, type Result } from '#shared/base/result.ts';
import { fileFailure } from '../base/file-failure.ts';

/** A small file of the app's own settings. */
export type JsonFile<Value> = {
  /** The present value. */
  readonly read: () => Value;
  /**
   * Replaces it, on disk complete or not at all; on a refusal of the disk nothing changes. At once, because the last
   * state is written while the app ends.
   */
  readonly write: (value: Value) => Result<null, FileCode>;
};

/**
 * Opens a settings file. What is missing, unreadable or of another shape counts as absent: settings are a comfort and
 * never stop the app.
 */
export function openJsonFile<Value>(path: string, schema: z.ZodType<Value>, absent: Value): JsonFile<Value> {
  let current = load(path, schema) ?? absent;
  return {
    read: () => current,
    write: (value) => {
      const saved = save(path, JSON.stringify(value, undefined, 2));
      if (saved.ok) current = value;
      return saved;
    },
  };
}

function load<Value>(path: string, schema: z.ZodType<Value>): Value | null {
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Beside the target, flushed, then renamed: a reader sees the old file or the new one. */
function save(path: string, text: string): Result<null, FileCode> {
  const aside = `${path}.new`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const file = openSync(aside, 'w', 0o600);
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(aside, path);
    return ok(null);
  } catch (error) {
    const failure = fileFailure(error, path);
    if (failure === null) throw error;
    return { ok: false, error: failure };
  }
}
