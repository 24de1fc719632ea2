import { writeSync } from 'node:fs';
import { machineEntropy } from '#electron/base/machine-entropy.ts';
import { makeRanking } from '#electron/ranking/rank-round.ts';
import { openWorkspace } from '#electron/workspace/open-workspace.ts';

// Ranks a round for the first time; prints a line before and the hash of the result after. The parent kills it.
const [folder = '', roundId = ''] = process.argv.slice(2);
const workspace = openWorkspace(folder, machineEntropy);
if (!workspace.ok) throw new Error(workspace.error.code);
writeSync(1, 'ranking\n');
const made = makeRanking(workspace.value, roundId);
if (!made.ok) throw new Error(made.error.code);
writeSync(1, `${made.value.hashes.resultHash}\n`);
