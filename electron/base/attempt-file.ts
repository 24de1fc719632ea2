import type { FileCode } from '#shared/base/file-sentences.ts';
import { ok, type Result } from '#shared/base/result.ts';
import { fileFailure } from './file-failure.ts';

/**
 * Does something with a file: what the file system refuses becomes a result, anything else is a bug and is thrown on.
 * @param path the file in question; only its name is told
 */
export async function attemptFile<Value>(path: string, work: () => Promise<Value>): Promise<Result<Value, FileCode>> {
  try {
    return ok(await work());
  } catch (error) {
    const failure = fileFailure(error, path);
    if (failure === null) throw error;
    return { ok: false, error: failure };
  }
}
