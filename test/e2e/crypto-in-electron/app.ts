import { app } from 'electron';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exchange } from './exchange.ts';

// The main process of a tiny application: does its part of the exchange in the folder named last, reports, ends.
const folder = process.argv.at(-1) ?? '';

async function run(): Promise<void> {
  const report = await exchange(folder).catch((error: unknown) => ({ failed: String(error) }));
  writeFileSync(join(folder, 'report.json'), JSON.stringify(report));
  app.exit('failed' in report ? 1 : 0);
}

void app.whenReady().then(run);
