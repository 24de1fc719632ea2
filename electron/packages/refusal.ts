import type { FileCode } from '#shared/base/file-sentences.ts';
import type { Failure, FailureDetail, Result } from '#shared/base/result.ts';
import type { PackageCode } from '#shared/packages/sentences.ts';
import { basename } from 'node:path';
import { fileFailure } from '../base/file-failure.ts';
import { DamagedCipherText } from '../identity/age.ts';

export type PackageFailure = Failure<PackageCode | FileCode>;

/** Carries an expected failure out of a stream; it never leaves this folder: `settle` turns it into a result. */
export class Refusal extends Error {
  readonly failure: PackageFailure;

  constructor(code: PackageCode | FileCode, detail?: FailureDetail) {
    super(code);
    this.failure = detail === undefined ? { code } : { code, detail };
  }
}

/** The value of a result, or its failure thrown. */
export function accept<Value>(result: Result<Value, PackageCode | FileCode>): Value {
  if (result.ok) return result.value;
  throw new Refusal(result.error.code, result.error.detail);
}

/**
 * The one exit of everything that streams: refusals and failing disks become results, anything else is a bug.
 * @param path the file at hand; its name goes into every failure as `file`
 */
export async function settle<Value>(
  path: string,
  work: () => Promise<Value>,
): Promise<Result<Value, PackageCode | FileCode>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    const { code, detail } = expectedFailure(error, path);
    return { ok: false, error: { code, detail: { file: basename(path), ...detail } } };
  }
}

function expectedFailure(error: unknown, path: string): PackageFailure {
  if (error instanceof Refusal) return error.failure;
  if (error instanceof DamagedCipherText) return { code: 'package.damaged' };
  const failure = fileFailure(error, path);
  if (failure === null) throw error;
  return failure;
}
