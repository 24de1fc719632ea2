import type { z } from 'zod';
import { appCalls, type Grant } from './app-calls.ts';
import { expertCalls } from './expert-calls.ts';
import type { LockReason } from './home-calls.ts';
import { officeCalls } from './office-calls.ts';

/** Every call that a window may make. Nothing else crosses into the main process. */
export const contract = { ...appCalls, ...officeCalls, ...expertCalls };

export type Contract = typeof contract;
export type CallName = keyof Contract;
export type CallInput<Name extends CallName> = z.infer<Contract[Name]['input']>;
export type CallOutput<Name extends CallName> = Exclude<Contract[Name]['output'], undefined>;

/** What the main process tells the window unasked. */
export type AppEvents = {
  /** Long work: how far it is. `what` names the call. */
  progress: { readonly what: CallName; readonly done: number; readonly total: number; readonly item: string };
  /** The system asked to open files (double click, command line). */
  openFiles: readonly Grant[];
  /** A menu item or shortcut of the menu was used. */
  menu: { readonly command: MenuCommand };
  /** The expert's work was locked: nothing of it may stay on the screen. */
  homeLocked: { readonly why: LockReason };
};
export type AppEventName = keyof AppEvents;

export type MenuCommand = 'open-task' | 'open-workspace' | 'new-workspace' | 'demo' | 'home' | 'keys' | 'language';
