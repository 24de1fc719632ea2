import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Preferences } from '#shared/ipc/app-calls.ts';
import { expect, test } from './harness.ts';
import { visitExpert } from './tour-expert.ts';
import { visitOffice } from './tour-office.ts';
import { visitHome, type Tour } from './tour.ts';

const normal: Preferences = { language: 'zh-CN', theme: 'light', textSize: 14, noticeRead: true };
const large: Preferences = { language: 'zh-CN', theme: 'dark', textSize: 22, noticeRead: true };

/** Serious and critical violations of a screen (WCAG 2.2 A and AA, and axe's best practices), one line each. */
async function listViolations(page: Page): Promise<string[]> {
  // Most of the time went into bringing axe (1.4 MB) to each screen and into what it tells of things that are right: it
  // stays in the page until that is loaded anew, and tells of violations alone.
  const isThere = await page.evaluate(() => 'axe' in window);
  const { violations } = await new AxeBuilder(isThere ? { page, axeSource: 'void 0' } : { page })
    // Axe's other mode opens a second page, which this application never allows.
    .setLegacyMode(true)
    // Frames show documents of the candidates; they are of no origin and were never looked into.
    .options({ resultTypes: ['violations'], iframes: false })
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ target }) => target.join(' '))
          .slice(0, 3)
          .join(' | ')}`,
    );
}

for (const [name, preferences] of [
  ['normal text, light', normal],
  ['large text, dark', large],
] as const) {
  test(`no screen has a serious violation: ${name}`, async ({ launch, folder, placeDemo }) => {
    test.setTimeout(300_000);
    await placeDemo();
    const found: Record<string, string[]> = {};
    const app = await launch();
    const visit = async (screen: string): Promise<void> => {
      const violations = await listViolations(app.page);
      if (violations.length > 0) found[screen] = violations;
    };
    const tour: Tour = { ...app, preferences, visit };
    await visitHome(tour);
    await visitOffice(tour);
    await visitExpert(tour, join(folder, 'profile', 'demo'), join(folder, 'returned'));
    expect(found).toEqual({});
  });
}
