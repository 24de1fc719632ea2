import { ok } from '#shared/base/result.ts';
import type { appCalls } from '#shared/ipc/app-calls.ts';
import type { HandlersOf } from './calls.ts';
import { grantAll } from './grants.ts';
import type { Host } from './host.ts';

/** Calls about the app itself. Loaded with the first window, so nothing heavy is imported here. */
export function makeAppHandlers(host: Host): HandlersOf<typeof appCalls> {
  return {
    getAppState: () => {
      const workspace = host.desk.workspace();
      return ok({
        version: host.version,
        preferences: host.preferences.read(),
        recent: host.recents.list(),
        workspace: workspace.ok ? workspace.value.about.name : null,
        waitingFiles: host.takeWaitingFiles(),
      });
    },
    savePreferences: (preferences) => {
      const written = host.preferences.write(preferences);
      if (!written.ok) return written;
      host.applyPreferences(preferences);
      return ok(preferences);
    },
    chooseFiles: async ({ purpose }) => {
      const paths = await host.dialogs.choose(purpose);
      return ok(grantAll(host.grants, paths));
    },
    showSavedFile: ({ id }) => {
      const path = host.savedFiles.find(id);
      if (path !== undefined) host.showInFolder(path);
      return ok(null);
    },
    forgetRecent: ({ id }) => host.recents.forget(id),
  };
}
