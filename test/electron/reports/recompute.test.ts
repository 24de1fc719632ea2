import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { afterAll, expect, test } from 'vitest';
import { at } from '#shared/base/at.ts';
import { formContext } from '#electron/reports/form.ts';
import { summaryForm } from '#electron/reports/summary-form.ts';
import { writeWorkbook } from '#electron/tables/write-workbook.ts';
import type { WorkbookSheet } from '#shared/tables/workbook.ts';
import { editSheet, sampleForm, type SampleChange } from './sample-form.ts';

const office = ['/usr/bin/soffice', '/usr/lib/libreoffice/program/soffice'].find((path) => existsSync(path));
const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

// LibreOffice believes stored results unless told otherwise; 0 stands for "always recalculate".
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`;

const edit: SampleChange['edit'] = (input) => {
  const recused = editSheet(input, 2, 3, { state: 'recused', points: {} });
  const voided = editSheet(recused, 4, 5, { void: true });
  return {
    ...voided,
    sheets: voided.sheets.filter(({ candidateId, expertId }) => candidateId !== 'c0006' || expertId < 'e002'),
  };
};

const policies: Readonly<Record<string, SampleChange>> = {
  'the default rule': {},
  'two highest and one lowest, three decimals': { policy: { trim: { high: 2, low: 1, from: 4 }, decimals: 3 } },
  'no trimming, whole points': { policy: { trim: { high: 0, low: 0, from: 1 }, decimals: 0 }, experts: 4 },
  'the median of an even number': { policy: { centre: 'median', trim: { high: 0, low: 0, from: 1 } }, experts: 6 },
  'the median after a lopsided trim': { policy: { centre: 'median', trim: { high: 2, low: 0, from: 5 } } },
  'halves, rounded up': { policy: { trim: { high: 0, low: 0, from: 1 }, decimals: 1 }, experts: 8 },
  'category weights': {
    policy: {
      weights: [
        { category: 'cluster', percent: 125 },
        { category: 'operation', percent: 33 },
      ],
    },
  },
  'trimming by share, the median': {
    policy: { trimUnit: 'percent', trim: { high: 25, low: 12, from: 4 }, centre: 'median' },
  },
  'trimming by share': { policy: { trimUnit: 'percent', trim: { high: 20, low: 20, from: 5 } } },
  'z-scores': { policy: { normalisation: 'z-score' } },
  'ranks, two highest and one lowest dropped': {
    policy: { normalisation: 'rank', trim: { high: 2, low: 1, from: 4 } },
  },
  'expert effects under weights, the median': {
    policy: {
      normalisation: 'expert-effect',
      centre: 'median',
      weights: [{ category: 'cluster', percent: 125 }],
    },
  },
  'z-scores trimmed by share, three decimals': {
    policy: { normalisation: 'z-score', trimUnit: 'percent', trim: { high: 20, low: 20, from: 5 }, decimals: 3 },
  },
  'expert effects of fifteen, ranked as rounded': {
    policy: { normalisation: 'expert-effect', rankBy: 'rounded', decimals: 1 },
    experts: 15,
  },
  'ranked as rounded': { policy: { rankBy: 'rounded', decimals: 1 } },
};

const normalisedName = (name: string): boolean => policies[name]?.policy?.normalisation !== undefined;

/** The sheet with stored results that are all wrong, so that only recalculation can be right. */
function spoil(sheet: WorkbookSheet, name: string): WorkbookSheet {
  const rows = sheet.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) =>
      typeof cell.value === 'object' && cell.value !== null ? { ...cell, value: { ...cell.value, result: -1 } } : cell,
    ),
  }));
  return { ...sheet, name, rows };
}

async function recompute(sheets: readonly WorkbookSheet[]): Promise<string[][][]> {
  const folder = await mkdtemp(join(tmpdir(), 'mtx-recompute-'));
  folders.push(folder);
  await mkdir(join(folder, 'profile', 'user'), { recursive: true });
  await writeFile(join(folder, 'profile', 'user', 'registrymodifications.xcu'), settings);
  await writeFile(join(folder, 'book.xlsx'), await writeWorkbook({ title: 't', createdAt: 0, sheets }));
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  // Separator, quote, UTF-8, from the first line, each sheet to a file of its own (-1).
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
  const args = [profile, '--headless', '--convert-to', filter, '--outdir', folder, join(folder, 'book.xlsx')];
  await promisify(execFile)(office ?? '', args);
  const files = (await readdir(folder)).filter((name) => name.endsWith('.csv')).toSorted();
  return Promise.all(files.map(async (name) => parse(await readFile(join(folder, name)), { relaxColumnCount: true })));
}

test.skipIf(office === undefined)(
  'LibreOffice recomputes every score from the marks beside it to the same value',
  async () => {
    const sheets = Object.entries(policies).flatMap(([name, change]) =>
      summaryForm(formContext(sampleForm({ candidates: 24, edit, ...change })), true).sheets.map((sheet, index) => ({
        name: index === 0 ? name : `${name}, adjusted`,
        sheet,
      })),
    );
    const normalised = Object.values(policies).filter(({ policy }) => policy?.normalisation !== undefined);
    expect(sheets).toHaveLength(Object.keys(policies).length + normalised.length);
    // Under names that sort.
    const recomputed = await recompute(sheets.map(({ sheet }, index) => spoil(sheet, String(100 + index))));
    expect(recomputed).toHaveLength(sheets.length);
    for (const [index, rows] of recomputed.entries()) {
      const { name } = at(sheets, index);
      const check = (rows[2] ?? []).indexOf('公式复核');
      expect(rows[2]?.[check - 1]).toBe(
        name.endsWith('adjusted') ? '调整后得分' : normalisedName(name) ? '未调整得分' : '得分',
      );
      const body = rows.slice(4).filter((row) => /^L\d+$/.test(row[1] ?? ''));
      expect(body).toHaveLength(24);
      for (const row of body) expect([name, row[1], row[check]]).toEqual([name, row[1], row[check - 1]]);
      expect(body.some((row) => row[check] === '不出分')).toBe(true);
    }
  },
);
