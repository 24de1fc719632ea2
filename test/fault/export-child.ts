import { machineEntropy } from '#electron/base/machine-entropy.ts';
import { exportAll } from '#electron/reports/export-all.ts';
import { openForms } from '#electron/reports/open-forms.ts';
import { openWorkspace } from '#electron/workspace/open-workspace.ts';

// Exports everything of a round, and prints a line for every file that is begun: export-child WORKSPACE ROUND TARGET

const [folder = '', roundId = '', target = ''] = process.argv.slice(2);
const workspace = openWorkspace(folder, machineEntropy);
if (!workspace.ok) throw new Error(workspace.error.code);
const forms = openForms(workspace.value, { roundId, language: 'zh-CN', naming: 'names' });
if (!forms.ok) throw new Error(forms.error.code);
const input = { forms: forms.value, target, print: null, cancelled: () => false };
void exportAll(workspace.value, input, (done) => process.stdout.write(`${done}\n`)).then((made) => {
  if (!made.ok) throw new Error(made.error.code);
});
