import { z } from 'zod';
import type { FileCode } from '#shared/base/file-sentences.ts';
import type { Result } from '#shared/base/result.ts';
import type { RecentEntry } from '#shared/ipc/app-calls.ts';
import { shortenPath } from './saved-files.ts';
import type { JsonFile } from './json-file.ts';

const capacity = 12;

const recentSchema = z.strictObject({
  id: z.string().min(1).max(64),
  what: z.enum(['workspace', 'demo']),
  name: z.string().max(200),
  path: z.string(),
  openedAt: z.string(),
});

/** The list of workspaces opened last, the newest first. It names workspaces and folders, nothing from inside. */
export const recentsSchema = z.array(recentSchema).max(capacity);
type Recent = z.infer<typeof recentSchema>;

export type Recents = {
  readonly list: () => readonly RecentEntry[];
  readonly find: (id: string) => Recent | undefined;
  /** Puts an entry on top; the same folder is listed once. */
  readonly add: (entry: Recent) => Result<null, FileCode>;
  readonly forget: (id: string) => Result<null, FileCode>;
};

/** @param homeFolder shortened to `~` in what is shown */
export function makeRecents(file: JsonFile<Recent[]>, homeFolder: string): Recents {
  return {
    list: () => file.read().map(({ path, ...entry }) => ({ ...entry, place: shortenPath(path, homeFolder) })),
    find: (id) => file.read().find((entry) => entry.id === id),
    add: (entry) => file.write([entry, ...file.read().filter(({ path }) => path !== entry.path)].slice(0, capacity)),
    forget: (id) => file.write(file.read().filter((entry) => entry.id !== id)),
  };
}
