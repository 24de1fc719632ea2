import { writeSync } from 'node:fs';
import { machineEntropy } from '#electron/base/machine-entropy.ts';
import { openHome } from '#electron/home/home.ts';
import { changeHomePassphrase } from '#electron/home/unlock-home.ts';
import { testWorkFactor } from '../pipeline/open-test-home.ts';

// Changes the passphrase without end; prints each once the change is acknowledged. The parent kills it.
async function change(): Promise<void> {
  const [folder = '', first = ''] = process.argv.slice(2);
  const home = openHome(folder, machineEntropy);
  if (!home.ok) throw new Error(home.error.code);
  let present = first;
  for (let number = 1; ; number += 1) {
    const next = `${first} ${number}`;
    const changed = await changeHomePassphrase(home.value, { present, next, workFactor: testWorkFactor });
    if (!changed.ok) throw new Error(changed.error.code);
    present = next;
    writeSync(1, `${next}\n`);
  }
}

void change();
