import { z } from 'zod';
import type { CandidateKind } from '../round/round.ts';
import { call } from './call.ts';

/**
 * Leave to use one file or folder that a person chose in a dialog, dropped, or double-clicked.
 * The window never sees or sends a path; it sends the grant's id.
 */
export type Grant = { readonly id: string; readonly name: string; readonly kind: 'file' | 'folder' };
export const grantIdSchema = z.string().regex(/^[0-9a-f]{32}$/);

export const languageSchema = z.enum(['zh-CN', 'en']);
/** `contrast`: high contrast, on the light or dark ground of the system. */
export const themeSchema = z.enum(['system', 'light', 'dark', 'contrast']);
/** Body size in pixels: 14 normal; 18 to 30 are large text (适老化). */
export const textSizeSchema = z.union([z.literal(14), z.literal(18), z.literal(22), z.literal(26), z.literal(30)]);

export const preferencesSchema = z.strictObject({
  language: languageSchema,
  theme: themeSchema,
  textSize: textSizeSchema,
  /** The notice 不得处理国家秘密 has been read. */
  noticeRead: z.boolean(),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** A workspace or task opened before, for the first screen. */
export type RecentEntry = {
  readonly id: string;
  readonly what: 'workspace' | 'demo';
  readonly name: string;
  /** Folder as a person knows it, shortened; shown only. */
  readonly place: string;
  /** RFC 3339 UTC. */
  readonly openedAt: string;
};

/** What the first screen needs. */
export type AppState = {
  readonly version: string;
  readonly preferences: Preferences;
  readonly recent: readonly RecentEntry[];
  /** Name of the open workspace, or null. */
  readonly workspace: string | null;
  /** Files that the system asked to open before the window was ready. */
  readonly waitingFiles: readonly Grant[];
};

export const choosePurposeSchema = z.enum([
  'task',
  'candidates',
  'experts',
  'dossiers',
  'results',
  'result-folder',
  'new-workspace',
  'open-workspace',
  'template',
  'issue-folder',
  'submit-folder',
  'card',
  'card-folder',
  'receipt',
  'receipt-folder',
  'head-folder',
  'export-folder',
  'form-template',
]);
export type ChoosePurpose = z.infer<typeof choosePurposeSchema>;

/** A file that the app wrote for a person. */
export type SavedFile = { readonly id: string; readonly name: string; readonly place: string };

export const appCalls = {
  getAppState: call<AppState>()(z.strictObject({})),
  savePreferences: call<Preferences>()(preferencesSchema),
  /** Opens a dialog of the system; an empty list means that it was cancelled. */
  chooseFiles: call<readonly Grant[]>()(z.strictObject({ purpose: choosePurposeSchema })),
  /** Shows a file that the app wrote in the system's file manager. */
  showSavedFile: call<null>()(z.strictObject({ id: z.string().regex(/^[0-9a-f]{32}$/) })),
  forgetRecent: call<null>()(z.strictObject({ id: z.string().max(64) })),
};

/** Kinds for which a demo round exists. */
export type DemoKind = Exclude<CandidateKind, 'other'>;
