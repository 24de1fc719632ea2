import { expect, type Locator, type Page } from '@playwright/test';
import { app as appEn } from '#renderer/text/en/app.ts';
import { common as commonEn } from '#renderer/text/en/common.ts';
import { expert as expertEn } from '#renderer/text/en/expert.ts';
import { office as officeEn } from '#renderer/text/en/office.ts';
import { app as appZh } from '#renderer/text/zh-CN/app.ts';
import { common as commonZh } from '#renderer/text/zh-CN/common.ts';
import { expert as expertZh } from '#renderer/text/zh-CN/expert.ts';
import { office as officeZh } from '#renderer/text/zh-CN/office.ts';
import type { Preferences } from '#shared/ipc/app-calls.ts';
import { callApp, type RunningApp } from './harness.ts';

// A walk through every screen, for whoever looks at each: the accessibility checks and the pictures.

const words = {
  'zh-CN': { app: appZh, common: commonZh, expert: expertZh, office: officeZh },
  en: { app: appEn, common: commonEn, expert: expertEn, office: officeEn },
};

/** Called on every screen, once it stands still. */
export type Visit = (screen: string) => Promise<void>;

export type Tour = RunningApp & { readonly preferences: Preferences; readonly visit: Visit };

export type Words = (typeof words)[Preferences['language']];

/** Lets a screen come to rest: fonts and running transitions. */
async function comeToRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const finite = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(finite.map(({ finished }) => finished));
  });
}

/** Waits for what a screen shows, then calls the visitor. */
export async function see({ page, visit }: Tour, screen: string, shown: Locator): Promise<void> {
  await expect(shown.first()).toBeVisible({ timeout: 30_000 });
  await comeToRest(page);
  await visit(screen);
}

/** The words of the windows in the tour's language. */
export const wordsOf = ({ preferences }: Tour): Words => words[preferences.language];
export const button = (page: Page, name: string): Locator => page.getByRole('button', { name }).first();
export const heading = (page: Page, name: string): Locator => page.getByRole('heading', { name });

/** Loads the page anew with preferences; it starts on the first screen. */
export async function start({ page }: Tour, preferences: Preferences): Promise<void> {
  await callApp(page, 'savePreferences', preferences);
  await page.reload();
}

/** The first screen and what opens from it. */
export async function visitHome(tour: Tour): Promise<void> {
  const { page, preferences } = tour;
  const { app, common, office } = wordsOf(tour);
  await start(tour, { ...preferences, noticeRead: false });
  await see(tour, 'notice', page.getByRole('dialog', { name: app.secrecy.title }));
  await start(tour, preferences);
  await see(tour, 'home', heading(page, app.home.expert));
  await button(page, app.bar.help).click();
  await see(tour, 'keys', page.getByRole('dialog'));
  await page.keyboard.press('Escape');
  await button(page, app.home.newWorkspace).click();
  await see(tour, 'new-workspace', page.getByRole('textbox', { name: office.doors.name }));
  await button(page, common.cancel).click();
  await expect(heading(page, app.home.expert)).toBeVisible();
}
