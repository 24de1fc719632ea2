import type { Grant } from '#shared/ipc/app-calls.ts';
import { defaultSuite, type SuiteName } from '#shared/packages/suite.ts';
import { ratePassphrase } from './passphrase.ts';

/** What is typed on the form of a new workspace. */
export type NewWorkspace = {
  readonly folder: Grant | null;
  readonly name: string;
  readonly passphrase: string;
  readonly again: string;
  readonly suite: SuiteName;
  /** The notice that the passphrase cannot be recovered was confirmed. */
  readonly understood: boolean;
};

export const blankWorkspace: NewWorkspace = {
  folder: null,
  name: '',
  passphrase: '',
  again: '',
  suite: defaultSuite,
  understood: false,
};

/** The fields that keep a workspace from being made, in the order of the form; empty when it can be. */
export function listFaults({
  folder,
  name,
  passphrase,
  again,
  understood,
}: NewWorkspace): readonly (keyof NewWorkspace)[] {
  const faults: readonly (keyof NewWorkspace | null)[] = [
    folder === null ? 'folder' : null,
    name.trim() === '' || name.trim().length > 60 ? 'name' : null,
    ['empty', 'short'].includes(ratePassphrase(passphrase)) ? 'passphrase' : null,
    passphrase === again ? null : 'again',
    understood ? null : 'understood',
  ];
  return faults.filter((fault) => fault !== null);
}
