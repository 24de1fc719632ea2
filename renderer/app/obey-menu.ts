import type { MenuCommand } from '#shared/ipc/contract.ts';
import { goHome, goOffice, preferencesNow, savePreferences } from './app-store.ts';
import { chooseTask } from './choose-task.ts';

/** Does what a menu item asks for. */
export function obeyMenu(command: MenuCommand, showKeys: () => void): void {
  switch (command) {
    case 'open-task':
      void chooseTask();
      return;
    case 'open-workspace':
      goOffice({ what: 'open' });
      return;
    case 'new-workspace':
      goOffice({ what: 'new' });
      return;
    case 'demo':
      goOffice({ what: 'demo', kind: 'building' });
      return;
    case 'home':
      goHome();
      return;
    case 'keys':
      showKeys();
      return;
    case 'language':
      void savePreferences({ language: preferencesNow().language === 'zh-CN' ? 'en' : 'zh-CN' });
  }
}
