// `npm run pack`: an unpacked application for this system in release/, by electron-builder.
// With the official Electron further arguments go to electron-builder: npm run pack -- --linux deb
// With the closed-network one it packs what can be packed without network, for trying and testing only.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { ensureElectronRuntime } from './electron-runtime.mjs';
import { ensureInstalled } from './install.mjs';
import { inRoot, node24 } from './paths.mjs';
import { continueOnNode24, exited, main, PlainError, say, start, toolEnvironment } from './run.mjs';

/** electron-builder's settings for the closed-network Electron: its folder, and the SQLite compiled for it. */
function writeClosedNetworkSettings({ executable, version }) {
  const file = inRoot('release', 'closed-network.json');
  const electronDist = dirname(executable);
  const native = {
    from: join(electronDist, 'resources', 'native', 'node_modules'),
    to: 'node_modules',
    filter: ['**/*'],
  };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    file,
    JSON.stringify({
      extends: 'electron-builder.yml',
      electronDist,
      electronVersion: version,
      files: ['!node_modules/better-sqlite3{,/**/*}', native],
    }),
  );
  return file;
}

await main(async () => {
  ensureInstalled();
  continueOnNode24(fileURLToPath(import.meta.url));
  const given = process.argv.slice(2);
  const runtime = await ensureElectronRuntime();
  await ensureBuilt();
  const args = given.length > 0 ? given : ['--dir'];
  if (runtime.kind === 'closed-network') {
    if (given.length > 0)
      throw new PlainError('Installers need the official Electron; here only `npm run pack` without arguments works.');
    say('This application is for trying only: its Electron is end-of-life. Do not hand it out.');
    args.push('--config', writeClosedNetworkSettings(runtime));
  }
  const builder = inRoot('node_modules', 'electron-builder', 'cli.js');
  return exited(start(node24, [builder, '--publish', 'never', ...args], { env: toolEnvironment() }));
});
