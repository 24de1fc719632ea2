import type { FileCode } from '../base/file-sentences.ts';
import type { PackageCode } from './sentences.ts';

/**
 * Verification steps in their order; the first failure ends it. `format` (version, critical, suite) comes before
 * `schema`, so that a package of a newer program is named as such.
 */
export const verificationSteps = [
  'size',
  'decrypt',
  'zip',
  'envelope',
  'signature',
  'canonical',
  'format',
  'schema',
  'mode',
  'audience',
  'known',
  'signer',
  'manifest',
  'files',
  'content',
  'replay',
] as const;
export type VerificationStep = (typeof verificationSteps)[number];

/** Outcome of one step, as `mtx verify --json` prints it; `code` null when it passed. */
export type StepReport = { readonly step: VerificationStep; readonly ok: boolean; readonly code: string | null };

const ownSteps: Readonly<Record<string, VerificationStep>> = {
  'package.empty': 'size',
  'package.too-large': 'size',
  'package.too-slow': 'size',
  'package.bag': 'zip',
  'package.envelope': 'envelope',
  'package.too-many-values': 'envelope',
  'package.signature': 'signature',
  'package.not-canonical': 'canonical',
  'package.version': 'format',
  'package.critical': 'format',
  'package.suite': 'format',
  'package.kind-unknown': 'format',
  'package.wrong-kind': 'schema',
  'package.schema': 'schema',
  'package.mode': 'mode',
  'package.audience': 'audience',
  'package.round-unknown': 'known',
  'package.task-unknown': 'known',
  'package.task-mismatch': 'known',
  'package.signer-role': 'signer',
  'package.fingerprint': 'signer',
  'package.suite-key': 'signer',
  'package.suite-task': 'signer',
  'package.signer-unknown': 'signer',
  'package.key-changed': 'signer',
  'package.enrolment': 'signer',
  'package.revoked': 'signer',
  'package.wrong-commission': 'signer',
  'package.manifest-form': 'manifest',
  'package.manifest-mismatch': 'manifest',
  'package.file-mismatch': 'files',
  'package.extra-file': 'files',
  'package.missing-file': 'files',
  'package.source-changed': 'files',
  'package.round-locked': 'replay',
  'package.task-replaced': 'replay',
  'package.stale': 'replay',
  'package.fork': 'replay',
};

/** The step that a code belongs to. */
export function stepOf(code: PackageCode | FileCode): VerificationStep {
  const own = ownSteps[code];
  if (own !== undefined) return own;
  if (code.startsWith('files.')) return 'size';
  if (code.startsWith('package.zip-')) return 'zip';
  return code.startsWith('package.sheet-') || code.startsWith('package.dossier-') ? 'content' : 'decrypt';
}

/**
 * The report of a verification: every planned step before the failed one passed, later ones were not reached.
 * @param plan the steps that this verification takes, in order
 * @param failed code of the failure, or null
 */
export function reportSteps(
  plan: readonly VerificationStep[],
  failed: PackageCode | FileCode | null,
): readonly StepReport[] {
  const passed = (step: VerificationStep): StepReport => ({ step, ok: true, code: null });
  if (failed === null) return plan.map(passed);
  const bad = stepOf(failed);
  const before = plan.filter((step) => verificationSteps.indexOf(step) < verificationSteps.indexOf(bad));
  return [...before.map(passed), { step: bad, ok: false, code: failed }];
}
