import { expect } from '@playwright/test';
import { button, see, wordsOf, type Tour } from './tour.ts';

/** What people do about a ranking: try other rules, decide, lock. The ranking page of the demo round is open. */
export async function visitDecisions(tour: Tour): Promise<void> {
  const { page } = tour;
  const { decisions, ranking } = wordsOf(tour).office;
  const dialog = page.getByRole('dialog');
  const close = async (): Promise<void> => {
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  };
  const ticks = page.getByRole('region', { name: ranking.grid }).getByRole('checkbox');
  await ticks.nth(0).check();
  await ticks.nth(1).check();
  await button(page, decisions.compare).click();
  await see(tour, 'compare', dialog.getByRole('table'));
  await close();
  await page.getByRole('textbox', { name: decisions.search }).fill('hx');
  await see(tour, 'ranking-search', page.getByRole('region', { name: ranking.grid }));
  await page.getByRole('textbox', { name: decisions.search }).fill('');
  await button(page, decisions.trial.verb).click();
  await dialog.getByRole('spinbutton').first().fill('3');
  await button(page, decisions.trial.run).click();
  await see(tour, 'trial', dialog.getByRole('table'));
  await close();
  await button(page, decisions.open).click();
  await see(tour, 'decisions', button(page, decisions.voidExpert));
  await button(page, decisions.voidExpert).click();
  await see(tour, 'decide', button(page, decisions.record));
  await page.keyboard.press('Escape');
  await expect(button(page, decisions.record)).toBeHidden();
  await close();
  await button(page, decisions.lock.verb).click();
  await see(tour, 'lock', button(page, decisions.lock.confirm));
  await close();
}
