import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { setUpDesk } from '#test/fixtures/packages/desk.ts';
import { hostileFiles } from '#test/fixtures/packages/hostile-files.ts';
import { setUpIntake, type Intake } from '#test/fixtures/packages/intake.ts';
import type { HostileRun } from '#test/fixtures/packages/open-hostile.ts';

const outcomeSchema = z.array(z.object({ code: z.string(), milliseconds: z.number(), growth: z.number() }));
type Outcomes = z.infer<typeof outcomeSchema>;

const mebi = 1024 * 1024;
const mostMemory = 150 * mebi;
const mostMilliseconds = 5000;

let intake: Intake;
let staging: string;
let outcomes: Outcomes;
let before: ReadonlyMap<string, string>;

// All files are opened by one other process, as an office that takes a stick full of them in.
beforeAll(async () => {
  intake = await setUpIntake(await setUpDesk());
  // Deep enough for every traversal above to land in a folder that is looked at.
  staging = intake.desk.path('a/b/c/staging');
  mkdirSync(staging, { recursive: true });
  const good = readFileSync(intake.desk.path('a.mtxresult'));
  const files = [intake.desk.path('a.mtxresult')];
  for (const [index, { build }] of hostileFiles.entries()) {
    const file = intake.desk.path(`hostile-${index}.mtxresult`);
    writeFileSync(file, await build(intake, good));
    files.push(file);
  }
  const { task, taskStatement, secret } = intake.task;
  const run: HostileRun = { commission: intake.desk.stored, task: { task, taskStatement, secret }, staging, files };
  const handed = intake.desk.path('run.json');
  writeFileSync(handed, JSON.stringify(run));
  before = snapshot(intake.desk.folder);
  outcomes = openAll(handed, intake.desk.path('a'));
}, 120_000);
afterAll(() => {
  intake.desk.remove();
});

describe('a hostile file is refused with its own code, in time, within bounds of memory', () => {
  it.each(hostileFiles.map(({ name, code }, index) => [name, code, index] as const))('%s: %s', (_, code, index) => {
    const outcome = outcomes[index + 1];
    expect(outcome?.code).toBe(code);
    expect(outcome?.milliseconds).toBeLessThan(mostMilliseconds);
  });

  it('there are more than 25 of them, and a good file among them is taken', () => {
    expect(hostileFiles.length).toBeGreaterThan(25);
    expect(new Set(hostileFiles.map(({ name }) => name)).size).toBe(hostileFiles.length);
    expect(outcomes[0]?.code).toBe('accepted');
  });
});

describe('all of them together', () => {
  it('make the process grow by less than 150 MB', () => {
    const growth = outcomes.slice(1).reduce((sum, outcome) => sum + outcome.growth, 0);
    const slowest = outcomes.slice(1).toSorted((left, right) => right.milliseconds - left.milliseconds)[0];
    process.stdout.write(
      `${hostileFiles.length} hostile files: memory +${Math.round(growth / mebi)} MB, ` +
        `slowest ${Math.round(slowest?.milliseconds ?? 0)} ms\n`,
    );
    expect(growth).toBeLessThan(mostMemory);
  });

  it('leave nothing behind, in the staging folder or anywhere else', () => {
    expect(readdirSync(staging)).toEqual([]);
    expect(snapshot(intake.desk.folder)).toEqual(before);
  });
});

function openAll(handed: string, cwd: string): Outcomes {
  const program = new URL('../../fixtures/packages/open-hostile.ts', import.meta.url).pathname;
  const run = spawnSync(process.execPath, ['--expose-gc', program, handed], { cwd, encoding: 'utf8', maxBuffer: mebi });
  if (run.status !== 0) throw new Error(run.stderr);
  return outcomeSchema.parse(JSON.parse(run.stdout));
}

/** Every file below a folder with its kind and content. */
function snapshot(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    names.map((name) => {
      const path = join(folder, name);
      const stat = lstatSync(path);
      const content = stat.isFile() ? createHash('sha256').update(readFileSync(path)).digest('hex') : '';
      return [name, `${stat.mode} ${content}`];
    }),
  );
}
