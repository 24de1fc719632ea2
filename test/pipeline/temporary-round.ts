import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { UnlockedWorkspace } from '#electron/workspace/workspace.ts';
import { issueRound, makeRound, makeWorkspace, tickingEntropy, type IssuedRound } from './make-round.ts';

// What most tests of the office begin with. It is made anew before each test or once before all tests of a file,
// and closed and removed after them; a file's own hooks run in between. Outside hooks and tests there is nothing yet.

const hooks = {
  each: { before: beforeEach, after: afterEach },
  all: { before: beforeAll, after: afterAll },
} as const;
type Tests = keyof typeof hooks;
type Open = { readonly db: { readonly close: () => unknown } };
type Size = { readonly candidates: number; readonly experts: number };

export type TemporaryWorkspace = {
  readonly folder: string;
  readonly workspace: UnlockedWorkspace;
  /** Has something that a test or hook opens closed with the rest. @returns it */
  readonly closeLater: <Opened extends Open>(opened: Opened) => Opened;
};
export type TemporaryRound = TemporaryWorkspace & { readonly roundId: string };
export type TemporaryIssuedRound = TemporaryRound & { readonly round: IssuedRound };

/** A workspace in a temporary folder. */
export const temporaryWorkspace = (tests: Tests): TemporaryWorkspace => temporary(tests, null, false);

/** A temporary workspace with the round that makeRound makes. */
export const temporaryRound = (tests: Tests, size: Size): TemporaryRound => temporary(tests, size, false);

/** A temporary workspace with that round issued: every task is open in a home of its own. */
export const temporaryIssuedRound = (tests: Tests, size: Size): TemporaryIssuedRound => temporary(tests, size, true);

function temporary(tests: Tests, size: Size | null, issued: boolean): TemporaryIssuedRound {
  const made: { folder?: string; workspace?: UnlockedWorkspace; roundId?: string; round?: IssuedRound } = {};
  const open: Open[] = [];
  const closeLater = <Opened extends Open>(opened: Opened): Opened => {
    open.push(opened);
    return opened;
  };
  hooks[tests].before(async () => {
    made.folder = mkdtempSync(join(tmpdir(), 'mtx-office-'));
    made.workspace = closeLater(await makeWorkspace(made.folder, tickingEntropy()));
    if (size !== null) made.roundId = makeRound(made.workspace, size.candidates, size.experts);
    if (issued) made.round = await issueRound(made.workspace, made.folder, there(made.roundId));
    for (const { home } of made.round?.homes ?? []) closeLater(home);
  });
  hooks[tests].after(() => {
    for (const { db } of open.splice(0)) db.close();
    rmSync(there(made.folder), { recursive: true, force: true });
  });
  return {
    closeLater,
    get folder() {
      return there(made.folder);
    },
    get workspace() {
      return there(made.workspace);
    },
    get roundId() {
      return there(made.roundId);
    },
    get round() {
      return there(made.round);
    },
  };
}

function there<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('not made yet');
  return value;
}
