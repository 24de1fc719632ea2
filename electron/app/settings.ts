import { homedir } from 'node:os';
import { z } from 'zod';
import { lockAfterSchema } from '#shared/ipc/home-calls.ts';
import { preferencesSchema, type Preferences } from '#shared/ipc/app-calls.ts';
import type { Folders } from './folders.ts';
import { openJsonFile, type JsonFile } from './json-file.ts';
import { makeRecents, recentsSchema, type Recents } from './recents.ts';
import { firstWindowState, windowStateSchema, type WindowState } from './window-state.ts';

/** Chinese first; the first screen offers the switch. */
const firstPreferences: Preferences = { language: 'zh-CN', theme: 'system', textSize: 14, noticeRead: false };

const protectionSchema = z.strictObject({ lockAfter: lockAfterSchema });
export type Protection = z.infer<typeof protectionSchema>;

/** What the app remembers of itself from run to run. */
export type Settings = {
  readonly preferences: JsonFile<Preferences>;
  readonly recents: Recents;
  /** When the expert's work locks by itself. */
  readonly protection: JsonFile<Protection>;
  readonly windowState: JsonFile<WindowState>;
};

/** Opens the settings files; absent or unreadable ones start afresh. */
export function openSettings(folders: Folders): Settings {
  return {
    preferences: openJsonFile(folders.setting('preferences.json'), preferencesSchema, firstPreferences),
    recents: makeRecents(openJsonFile(folders.setting('recent.json'), recentsSchema, []), homedir()),
    protection: openJsonFile(folders.setting('protection.json'), protectionSchema, { lockAfter: 15 }),
    windowState: openJsonFile(folders.setting('window.json'), windowStateSchema, firstWindowState),
  };
}
