import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '#shared/ipc/bridge.ts';
import type { AppEventName, AppEvents } from '#shared/ipc/contract.ts';
import { channels } from './channels.ts';

/** Path of a dropped file; empty for what is no file of the disk. */
function pathOf(file: unknown): string {
  return file instanceof File ? webUtils.getPathForFile(file) : '';
}

/** Listens to one event; gives back what stops it. */
function on<Name extends AppEventName>(event: Name, listener: (data: AppEvents[Name]) => void): () => void {
  const receive = (_: unknown, name: AppEventName, data: AppEvents[Name]): void => {
    if (name === event) listener(data);
  };
  ipcRenderer.on(channels.event, receive);
  return () => void ipcRenderer.off(channels.event, receive);
}

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke(channels.call, name, input),
  on,
  grantFiles: (files) =>
    ipcRenderer.invoke(
      channels.grantFiles,
      files.map(pathOf).filter((path) => path !== ''),
    ),
};

contextBridge.exposeInMainWorld('mtx', bridge);
