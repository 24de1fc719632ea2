import { writeSync } from 'node:fs';
import { machineEntropy } from '#electron/base/machine-entropy.ts';
import { importResults } from '#electron/intake/import-results.ts';
import { openWorkspace, unlockWorkspace } from '#electron/workspace/open-workspace.ts';

// Takes a folder of result packages in; prints a line before each package. The parent kills it.
const [folder = '', passphrase = '', results = ''] = process.argv.slice(2);
const workspace = openWorkspace(folder, machineEntropy);
if (!workspace.ok) throw new Error(workspace.error.code);
void unlockWorkspace(workspace.value, passphrase).then(async (unlocked) => {
  if (!unlocked.ok) throw new Error(unlocked.error.code);
  await importResults(unlocked.value, { paths: [results] }, (done) => writeSync(1, `${done}\n`));
});
