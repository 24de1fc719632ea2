// Runs a script of the repository on Node 24, dependencies installed first: node test/runtime/on-node-24.mjs <script> …
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { node24 } from './paths.mjs';
import { exited, main, PlainError, start, toolEnvironment } from './run.mjs';

await main(async () => {
  const [script, ...args] = process.argv.slice(2);
  if (script === undefined) throw new PlainError('Usage: node test/runtime/on-node-24.mjs <script> [arguments]');
  ensureInstalled();
  await ensureBuilt();
  return exited(start(node24, [script, ...args], { env: toolEnvironment() }));
});
