import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { machineEntropy } from '#electron/base/machine-entropy.ts';
import { listIssuedTasks } from '#electron/tasks/list-issued-tasks.ts';
import { compareBytes } from '#shared/base/order.ts';
import { issueRound, makeRound, makeWorkspace, scoreAll, submit, value } from '../../pipeline/make-round.ts';

/** The passphrase of workspaces that tests make. */
export const passphrase = '山高水长 风清月朗';

/** An issued round on disk, two buildings and three experts, all answers handed in and none taken in. */
export type PreparedRound = {
  readonly folder: string;
  readonly workspace: string;
  readonly roundId: string;
  readonly tasks: readonly { readonly path: string; readonly code: string; readonly expertId: string }[];
  /** A folder of three result packages; the first expert's chain goes to seq 2. */
  readonly results: string;
  readonly commission: string;
  readonly remove: () => void;
};

/** Makes a prepared round in a temporary folder; cheap keys, real packages. */
export async function prepareRound(): Promise<PreparedRound> {
  const folder = mkdtempSync(join(tmpdir(), 'mtx-cli-'));
  const workspace = await makeWorkspace(folder, machineEntropy);
  const round = await issueRound(workspace, folder, makeRound(workspace, 2, 3));
  const results = join(folder, 'results');
  for (const [index, home] of round.homes.entries()) {
    scoreAll(home, (candidate) => 90 - 10 * candidate - index);
    await submit(home, results);
    if (index === 0) await submit(home, results, '核对后更正');
    home.home.db.close();
  }
  const tasks = value(listIssuedTasks(workspace, { roundId: round.roundId }))
    .toSorted((left, right) => compareBytes(left.file, right.file))
    .map(({ code, expertId, file }) => ({ code, expertId, path: join(round.tasks, file) }));
  const { folder: place, keys } = workspace;
  workspace.db.close();
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  return {
    folder,
    workspace: place,
    roundId: round.roundId,
    tasks,
    results,
    commission: keys.signer.fingerprint,
    remove,
  };
}

/** The package of a seq in a folder of results. */
export function resultOf(results: string, seq: number): string {
  return join(results, readdirSync(results).find((name) => name.endsWith(`-${seq}.mtxresult`)) ?? '');
}
