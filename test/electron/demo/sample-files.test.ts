import { readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { demoCounts, demoSeed, makeDemoCandidates } from '#electron/demo/demo-candidates.ts';
import { cellOf, demoKinds, type DemoKind, type DemoRow } from '#electron/demo/demo-row.ts';
import { simulateSheets } from '#electron/demo/simulate-scores.ts';
import { loadTemplate } from '#electron/round/templates.ts';
import { readTable } from '#electron/tables/read-table.ts';
import type { CandidatesInterpretation } from '#shared/candidates/interpreted-candidate.ts';
import { interpretCandidates } from '#shared/candidates/interpret-candidates.ts';
import { interpretExperts } from '#shared/experts/interpret-experts.ts';
import type { RoundDesign } from '#shared/round/round.ts';
import { countedId } from './sample-round.ts';

const folder = fileURLToPath(new URL('../../../resources/demo/', import.meta.url));

async function readSample(name: string) {
  const table = await readTable(join(folder, name));
  if (!table.ok) throw new Error(table.error.code);
  return table.value;
}

function designOf(kind: DemoKind): RoundDesign {
  const template = loadTemplate(kind);
  if (!template.ok) throw new Error(template.error.code);
  return template.value.design;
}

async function importCandidates(kind: DemoKind, name: string): Promise<CandidatesInterpretation> {
  const { tracks } = designOf(kind);
  return interpretCandidates(await readSample(name), { kind, mode: 'demo', tracks, chosenTrack: null });
}

const nameOf = (row: DemoRow): string => cellOf(row, '楼宇名称', '产品名称', '姓名', '学院名称', '基地名称');

describe.each(demoKinds)('the sample spreadsheets of kind %s', (kind) => {
  test('are taken whole, without a single warning', async () => {
    const { rows, problems } = await importCandidates(kind, `${kind}-candidates.xlsx`);
    expect(problems).toEqual([]);
    expect(rows.filter(({ taken }) => taken).length).toBe(demoCounts[kind].candidates);
  });

  test('hold the rows that the demo makes', async () => {
    const { rows } = await importCandidates(kind, `${kind}-candidates.xlsx`);
    const made = makeDemoCandidates(kind, demoCounts[kind].candidates, demoSeed);
    expect(rows.map(({ code, name }) => `${code} ${name}`)).toEqual(
      made.map((row) => `${cellOf(row, '编号')} ${nameOf(row)}`),
    );
  });

  test('bring experts with one leader and some units to avoid', async () => {
    const { rows, problems } = interpretExperts(await readSample(`${kind}-experts.xlsx`), {});
    expect(problems).toEqual([]);
    expect(rows.filter(({ taken }) => taken).length).toBe(demoCounts[kind].experts);
    expect(rows.filter(({ leader }) => leader).length).toBe(1);
    expect(rows.flatMap(({ avoidUnits }) => avoidUnits).length).toBeGreaterThan(0);
  });

  test('name folders of dossiers that exist and hold files, and no other folder exists', async () => {
    const { rows } = await importCandidates(kind, `${kind}-candidates.xlsx`);
    const named = rows.flatMap(({ dossier }) => (dossier === '' ? [] : [dossier]));
    expect(readdirSync(join(folder, 'dossiers', kind)).toSorted()).toEqual(named.toSorted());
    expect(named.length).toBeGreaterThanOrEqual(4);
    for (const code of named)
      expect(readdirSync(join(folder, 'dossiers', kind, code)).length).toBeGreaterThanOrEqual(2);
  });

  test('give the simulation figures it understands: imported figures part the candidates', async () => {
    const { rows } = await importCandidates(kind, `${kind}-candidates.xlsx`);
    const design = designOf(kind);
    const candidates = rows.map((row, index) => ({
      id: countedId(index),
      code: row.code,
      name: row.name,
      unit: row.unit,
      trackId: row.trackId ?? '',
      fields: row.fields.map(({ key, label, value }) => ({ key, label, value })),
      dossiers: [],
    }));
    const expert = {
      id: countedId(1),
      name: '张拟真',
      unit: '',
      title: '',
      phone: '',
      field: '',
      avoidUnits: [],
      leader: false,
    };
    const score = (list: typeof candidates) => simulateSheets({ ...design, candidates: list, expert, seed: 1, now: 0 });
    const bare = candidates.map((candidate) => ({ ...candidate, fields: [] }));
    expect(score(candidates)).not.toEqual(score(bare));
    expect(
      score(candidates)
        .map(({ comment }) => comment)
        .join(),
    ).toMatch(/\d(家|人|个|万元)/);
  });
});

test('the messy spreadsheet is held for the faults it is there to show', async () => {
  const { rows, problems } = await importCandidates('building', 'messy-buildings.xlsx');
  expect(rows.filter(({ taken }) => taken).length).toBeGreaterThan(5);
  const kinds = new Set(problems.map(({ kind }) => kind));
  for (const kind of ['code-missing', 'code-repeated', 'name-missing', 'unit-missing', 'name-repeated'])
    expect(kinds).toContain(`candidates.${kind}`);
  for (const kind of [
    'figure-implausible',
    'number-unreadable',
    'digits-lost',
    'yes-no-unclear',
    'formula-error',
    'formula-without-value',
  ])
    expect(kinds).toContain(`tables.${kind}`);
});

describe('sample dossiers', () => {
  const files = readdirSync(join(folder, 'dossiers'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

  test('are what their endings say', async () => {
    const signatures = { pdf: '255044462d', png: '89504e470d', jpg: 'ffd8ff', docx: '504b0304', xlsx: '504b0304' };
    for (const file of files) {
      const ending = /\.(pdf|png|jpg|docx|xlsx)$/.exec(file)?.[1];
      const start = (await readFile(file)).subarray(0, 5).toString('hex');
      expect(start, file).toMatch(
        new RegExp(`^${Object.entries(signatures).find(([each]) => each === ending)?.[1] ?? 'none'}`),
      );
    }
  });

  test('stay small enough to ship', () => {
    const total = files.reduce((sum, file) => sum + statSync(file).size, 0);
    expect(total).toBeLessThan(6_000_000);
  });
});
