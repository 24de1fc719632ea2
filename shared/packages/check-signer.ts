import { fail, ok, type Result } from '../base/result.ts';
import type { SignerRole } from './head.ts';
import { packageExtensions } from './package-kind.ts';
import type { PackageCode } from './sentences.ts';
import type { ReadableKind, Statement } from './statement.ts';

const allowedRoles: Readonly<Record<ReadableKind, readonly SignerRole[]>> = {
  task: ['commission', 'admin'],
  result: ['expert'],
  receipt: ['commission', 'admin', 'staff'],
  card: ['expert'],
};

/** Whether the role that a signer claims may sign this kind; whether it really has that role is decided elsewhere. */
export function checkSignerRole({ kind, predicate }: Statement): Result<null, PackageCode> {
  return allowedRoles[kind].includes(predicate.signer.role) ? ok(null) : fail('package.signer-role');
}

/** The refusal of a package of another kind than the one wanted. */
export function wrongKind(expected: ReadableKind, found: ReadableKind): Result<never, PackageCode> {
  return fail('package.wrong-kind', { expected: packageExtensions[expected], found: packageExtensions[found] });
}
