// `npm run fuzz`: offers thousands of bad packages to the program (test/fuzz). Arguments after `--` reach it.
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { inRoot, node24 } from './paths.mjs';
import { continueOnNode24, exited, main, start, toolEnvironment } from './run.mjs';

await main(async () => {
  ensureInstalled();
  continueOnNode24(fileURLToPath(import.meta.url));
  const args = [inRoot('test', 'fuzz', 'run.ts'), ...process.argv.slice(2)];
  return exited(start(node24, args, { env: toolEnvironment() }));
});
