import { app, Menu, shell, type MenuItemConstructorOptions } from 'electron';
import type { Language } from '#shared/base/sentence.ts';
import type { MenuCommand } from '#shared/ipc/contract.ts';
import { say, type Word } from './words.ts';

/** What the menu needs to know and do. */
export type MenuPorts = {
  readonly language: Language;
  readonly command: (command: MenuCommand) => void;
  readonly logFolder: string;
};

type Item = MenuItemConstructorOptions;
const separator: Item = { type: 'separator' };

/** Sets the application menu in a language; call it again when the language changes. */
export function setMenu(ports: MenuPorts): void {
  const mac = process.platform === 'darwin';
  const menus = [fileMenu(ports, mac), editMenu(ports), viewMenu(ports), helpMenu(ports, mac)];
  if (mac) menus.unshift(macMenu(ports));
  if (mac) menus.splice(-1, 0, windowMenu(ports));
  Menu.setApplicationMenu(Menu.buildFromTemplate(menus));
  app.setAboutPanelOptions({ applicationName: say('product', ports.language), applicationVersion: app.getVersion() });
}

function fileMenu(ports: MenuPorts, mac: boolean): Item {
  const quit: Item[] = mac ? [] : [separator, role(ports, 'quit', 'quit')];
  return {
    label: say('file', ports.language),
    submenu: [
      command(ports, 'openTask', 'open-task', 'CmdOrCtrl+O'),
      command(ports, 'openWorkspace', 'open-workspace', 'CmdOrCtrl+Shift+O'),
      command(ports, 'newWorkspace', 'new-workspace', 'CmdOrCtrl+Shift+N'),
      command(ports, 'demo', 'demo'),
      separator,
      command(ports, 'home', 'home', 'CmdOrCtrl+Shift+H'),
      ...quit,
    ],
  };
}

function editMenu(ports: MenuPorts): Item {
  const clipboard = (['cut', 'copy', 'paste', 'selectAll'] as const).map((name) => role(ports, name, name));
  return {
    label: say('edit', ports.language),
    submenu: [role(ports, 'undo', 'undo'), role(ports, 'redo', 'redo'), separator, ...clipboard],
  };
}

function viewMenu(ports: MenuPorts): Item {
  const forDevelopers = app.isPackaged ? [] : [separator, role(ports, 'developerTools', 'toggleDevTools')];
  return {
    label: say('view', ports.language),
    submenu: [
      role(ports, 'zoomIn', 'zoomIn'),
      role(ports, 'zoomOut', 'zoomOut'),
      role(ports, 'resetZoom', 'resetZoom'),
      separator,
      role(ports, 'fullScreen', 'togglefullscreen'),
      command(ports, 'language', 'language'),
      ...forDevelopers,
    ],
  };
}

function helpMenu(ports: MenuPorts, mac: boolean): Item {
  const about: Item[] = mac ? [] : [separator, role(ports, 'about', 'about')];
  return {
    label: say('help', ports.language),
    role: 'help',
    submenu: [
      command(ports, 'keys', 'keys', 'F1'),
      { label: say('showLogs', ports.language), click: () => void shell.openPath(ports.logFolder) },
      ...about,
    ],
  };
}

function macMenu(ports: MenuPorts): Item {
  return {
    label: say('product', ports.language),
    submenu: [
      role(ports, 'about', 'about'),
      separator,
      role(ports, 'hide', 'hide'),
      role(ports, 'hideOthers', 'hideOthers'),
      role(ports, 'unhide', 'unhide'),
      separator,
      role(ports, 'quit', 'quit'),
    ],
  };
}

function windowMenu(ports: MenuPorts): Item {
  return {
    label: say('window', ports.language),
    submenu: [role(ports, 'minimize', 'minimize'), role(ports, 'zoom', 'zoom')],
  };
}

function role(ports: MenuPorts, word: Word, name: Exclude<Item['role'], undefined>): Item {
  return { label: say(word, ports.language), role: name };
}

function command(ports: MenuPorts, word: Word, name: MenuCommand, accelerator?: string): Item {
  const click = (): void => ports.command(name);
  return { label: say(word, ports.language), click, ...(accelerator === undefined ? {} : { accelerator }) };
}
