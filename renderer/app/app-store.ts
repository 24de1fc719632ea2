import { create } from 'zustand';
import type { Failure } from '#shared/base/result.ts';
import type { AppState, Grant, Preferences } from '#shared/ipc/app-calls.ts';
import { bridge } from '../bridge/bridge.ts';
import type { ExpertStart } from '../expert/ExpertSide.tsx';
import type { OfficeStart } from '../office/OfficeSide.tsx';
import { changeLanguage } from '../text/i18n.ts';
import { noticeFailure } from '../ui/notice/notices.ts';
import { showAppearance } from '../ui/theme/appearance.ts';

/** What the window shows. `turn` tells two visits apart, so that a second start begins anew. */
export type Place =
  | { readonly at: 'home' }
  | { readonly at: 'expert'; readonly start: ExpertStart; readonly turn: number }
  | { readonly at: 'office'; readonly start: OfficeStart; readonly turn: number };

type AppStore = {
  readonly app: AppState | null;
  readonly failure: Failure | null;
  readonly place: Place;
  /** Files for the office that it has not taken over yet. */
  readonly incoming: readonly Grant[];
};

export const useApp = create<AppStore>(() => ({ app: null, failure: null, place: { at: 'home' }, incoming: [] }));

/** Before the main process has said what the person prefers. */
export const firstPreferences: Preferences = { language: 'zh-CN', theme: 'system', textSize: 14, noticeRead: true };

/** What the person prefers now. */
export function preferencesNow(): Preferences {
  return useApp.getState().app?.preferences ?? firstPreferences;
}

/** Reads the state of the app, at the start and whenever the first screen appears. */
export async function loadApp(): Promise<AppState | null> {
  const result = await bridge.getAppState({});
  if (!result.ok) {
    useApp.setState({ failure: result.error });
    return null;
  }
  useApp.setState({ app: result.value, failure: null });
  show(result.value.preferences);
  return result.value;
}

function show(preferences: Preferences): void {
  showAppearance(preferences);
  changeLanguage(preferences.language);
}

function put(preferences: Preferences): void {
  useApp.setState(({ app }) => ({ app: app === null ? null : { ...app, preferences } }));
  show(preferences);
}

/** Shows a changed preference at once and stores it; puts the old one back when it could not be stored. */
export async function savePreferences(change: Partial<Preferences>): Promise<void> {
  const before = preferencesNow();
  const wanted = { ...before, ...change };
  put(wanted);
  const result = await bridge.savePreferences(wanted);
  if (result.ok || preferencesNow() !== wanted) return;
  put(before);
  noticeFailure(result.error);
}

let turns = 0;

function nextTurn(): number {
  turns += 1;
  return turns;
}

/** Opens the expert's side. */
export function goExpert(start: ExpertStart): void {
  useApp.setState({ place: { at: 'expert', start, turn: nextTurn() } });
}

/** Opens the office's side. */
export function goOffice(start: OfficeStart): void {
  useApp.setState({ place: { at: 'office', start, turn: nextTurn() }, incoming: [] });
}

/** Back to the first screen. */
export function goHome(): void {
  useApp.setState({ place: { at: 'home' }, incoming: [] });
}

/** The office has taken the incoming files over. */
export function clearIncoming(): void {
  useApp.setState({ incoming: [] });
}
