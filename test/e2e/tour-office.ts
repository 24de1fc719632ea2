import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { z } from 'zod';
import { roundSchema } from '#shared/round/round.ts';
import { answerOpenDialogs, callApp } from './harness.ts';
import { visitDecisions } from './tour-decisions.ts';
import { button, heading, see, start, wordsOf, type Tour, type Words } from './tour.ts';

const samples = fileURLToPath(new URL('../../resources/demo/', import.meta.url));

/** The office's pages on the demo round, then the ways of a spreadsheet into a new round. */
export async function visitOffice(tour: Tour): Promise<void> {
  const { page, preferences } = tour;
  const { app, office } = wordsOf(tour);
  await start(tour, preferences);
  await button(page, app.home.openDemo).click();
  await see(tour, 'overview', page.getByRole('list', { name: office.overview.rounds }).getByRole('heading'));
  await button(page, office.overview.newRound).click();
  await see(tour, 'new-round', page.getByRole('dialog').getByRole('radio'));
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page
    .getByRole('list', { name: office.overview.rounds })
    .getByRole('heading')
    .getByRole('button')
    .first()
    .click();
  await visitSetUp(tour);
  await visitResults(tour);
  await visitMembers(tour);
  await visitImport(tour);
}

/** Goes to a stage of the rail. */
async function goToStage(tour: Tour, stage: keyof Words['office']['shell']['stages']): Promise<void> {
  const { shell } = wordsOf(tour).office;
  await tour.page
    .getByRole('navigation', { name: shell.rail })
    .getByRole('button', { name: shell.stages[stage] })
    .click();
  await expect(tour.page.getByRole('heading', { name: shell.stages[stage], level: 1 })).toBeVisible();
}

async function visitMembers(tour: Tour): Promise<void> {
  const { page } = tour;
  const { members, shell } = wordsOf(tour).office;
  await page.getByRole('navigation', { name: shell.rail }).getByRole('button', { name: members.title }).click();
  await see(tour, 'members', page.getByRole('heading', { name: members.roster }));
  await button(page, members.add).click();
  await see(tour, 'add-member', page.getByRole('dialog', { name: members.add }).getByRole('radio').first());
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
}

async function visitTabs(tour: Tour, screen: string, parts: Readonly<Record<string, string>>): Promise<void> {
  for (const [part, name] of Object.entries(parts)) {
    await tour.page.getByRole('tab', { name }).click();
    await see(tour, `${screen}-${part}`, tour.page.getByRole('tabpanel', { name }));
  }
}

async function visitSetUp(tour: Tour): Promise<void> {
  const { page } = tour;
  const { office } = wordsOf(tour);
  await goToStage(tour, 'round');
  await visitTabs(tour, 'round', office.round.parts);
  await goToStage(tour, 'candidates');
  await see(tour, 'candidates', page.getByRole('gridcell', { name: 'B01', exact: true }));
  await page.getByRole('gridcell', { name: 'B01', exact: true }).click();
  await see(tour, 'candidate', page.getByRole('dialog', { name: /^B01/ }));
  await page.keyboard.press('Escape');
  await goToStage(tour, 'experts');
  await visitTabs(tour, 'experts', office.experts.parts);
  await goToStage(tour, 'tasks');
  await see(tour, 'tasks', page.getByRole('region', { name: office.tasks.grid }).getByRole('gridcell'));
  for (const verb of [office.tasks.reissue, office.tasks.revoke]) {
    await button(page, verb).click();
    await see(tour, verb === office.tasks.revoke ? 'revoke' : 'reissue', page.getByRole('dialog'));
    await page.keyboard.press('Escape');
  }
}

async function visitResults(tour: Tour): Promise<void> {
  const { page } = tour;
  const { office } = wordsOf(tour);
  await goToStage(tour, 'intake');
  await see(tour, 'intake', page.getByRole('region', { name: office.intake.grid }).getByRole('gridcell'));
  await goToStage(tour, 'progress');
  await see(tour, 'progress', page.getByRole('region', { name: office.progress.grid }).getByRole('gridcell'));
  await goToStage(tour, 'ranking');
  const board = page.getByRole('region', { name: office.ranking.grid });
  await see(tour, 'ranking', board.getByRole('gridcell'));
  await board
    .getByRole('gridcell', { name: /^B\d\d$/ })
    .first()
    .click();
  await see(tour, 'ranking-row', page.getByRole('dialog').getByRole('heading', { name: office.ranking.sheetTable }));
  await page.keyboard.press('Escape');
  await visitDecisions(tour);
  await visitAnalysis(tour);
  await goToStage(tour, 'reports');
  await see(tour, 'reports', heading(page, office.reports.forms.summary));
  await visitReports(tour);
  await goToStage(tour, 'trace');
  await see(tour, 'trace', page.getByRole('region', { name: office.trace.grid }).getByRole('gridcell'));
  await page.getByRole('button', { name: office.trace.verify, exact: true }).click();
  await see(tour, 'trace-verified', page.getByText(office.trace.whole.split('{{')[0] ?? ''));
}

async function visitReports(tour: Tour): Promise<void> {
  const { page } = tour;
  const { reports } = wordsOf(tour).office;
  await button(page, reports.facts.open).click();
  await see(tour, 'report-facts', page.getByRole('dialog', { name: reports.facts.title }).getByRole('textbox'));
  await page.keyboard.press('Escape');
  await button(page, reports.template.open).click();
  await see(tour, 'report-template', page.getByRole('dialog').getByRole('table'));
  await page.keyboard.press('Escape');
}

async function visitAnalysis(tour: Tour): Promise<void> {
  const { page } = tour;
  const { analysis } = wordsOf(tour).office;
  await goToStage(tour, 'analysis');
  await visitTabs(tour, 'analysis', { agreement: analysis.parts.agreement, experts: analysis.parts.experts });
  await page.getByRole('tab', { name: analysis.parts.sheets }).click();
  await page.getByRole('button', { name: analysis.openSheets }).first().click();
  await see(tour, 'analysis-sheets', page.getByRole('dialog').getByRole('heading', { name: analysis.sheetsOf }));
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: analysis.parts.robustness }).click();
  await see(tour, 'analysis-robustness', heading(page, analysis.withoutExpert));
  await visitTabs(tour, 'analysis', { profiles: analysis.parts.profiles });
}

async function visitImport(tour: Tour): Promise<void> {
  const { electron, page } = tour;
  const { office } = wordsOf(tour);
  const round = { template: 'building', title: '导入示例（演示）', mode: 'demo', deadline: null };
  const made = z.object({ value: z.object({ round: roundSchema }) }).parse(await callApp(page, 'createRound', round));
  await goToStage(tour, 'overview');
  await button(page, round.title).click();
  await goToStage(tour, 'candidates');
  await see(tour, 'candidates-empty', page.getByText(office.candidates.emptyTitle));
  await button(page, office.candidates.import).click();
  await see(tour, 'import', button(page, office.preview.choose));
  await answerOpenDialogs(electron, [join(samples, 'messy-buildings.xlsx')]);
  await button(page, office.preview.choose).click();
  await see(tour, 'import-preview', page.getByRole('region', { name: office.preview.grid }).getByRole('gridcell'));
  await page.getByRole('button', { name: office.preview.mend, exact: true }).first().click();
  await see(tour, 'import-mend', page.getByRole('dialog').getByRole('textbox'));
  await page.keyboard.press('Escape');
  await button(page, office.preview.cancel).click();
  await goToStage(tour, 'experts');
  await see(tour, 'experts-empty', page.getByText(office.experts.emptyTitle));
  await goToStage(tour, 'tasks');
  await see(tour, 'tasks-not-ready', heading(page, office.tasks.readiness));
  await callApp(page, 'removeRound', { roundId: made.value.round.id });
  await button(page, wordsOf(tour).app.bar.home).click();
}
