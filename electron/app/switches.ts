import { app } from 'electron';
import type { Language } from '#shared/base/sentence.ts';
import { say } from './words.ts';

/**
 * Switches of Chromium and Node that let another program look into the app, run code in it or take its walls down.
 * Fuses stop Node's own (electron-builder.yml); those here are Chromium's.
 */
const refused = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'auto-open-devtools-for-tabs',
  'inspect',
  'inspect-brk',
  'js-flags',
  'load-extension',
  'disable-extensions-except',
  'disable-web-security',
  'disable-site-isolation-trials',
  'disable-site-isolation-for-policy',
  'allow-running-insecure-content',
  'ignore-certificate-errors',
  'host-rules',
  'proxy-server',
  'proxy-pac-url',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'log-net-log',
] as const;

/** Exit code for a wrong command line (sysexits.h, EX_USAGE). */
const usage = 64;

/**
 * Ends a packaged app that was started with a switch that opens it to others, before any window; in development they
 * serve the tests.
 * @returns whether it may go on
 */
export function refuseSwitches(language: Language): boolean {
  const found = refused.find((name) => app.commandLine.hasSwitch(name));
  if (!app.isPackaged || found === undefined) return true;
  process.stderr.write(`${say('switchRefused', language, { name: `--${found}` })}\n`);
  app.exit(usage);
  return false;
}
