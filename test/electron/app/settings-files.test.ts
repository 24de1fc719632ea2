import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { openJsonFile } from '#electron/app/json-file.ts';
import { makeRecents, recentsSchema } from '#electron/app/recents.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mtx-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const schema = z.strictObject({ size: z.int() });

test('what was written is read at the next start', () => {
  const path = join(folder, 'new', 'settings.json');
  expect(openJsonFile(path, schema, { size: 1 }).write({ size: 2 })).toEqual({ ok: true, value: null });
  expect(openJsonFile(path, schema, { size: 1 }).read()).toEqual({ size: 2 });
  expect(existsSync(`${path}.new`)).toBe(false);
});

test.each(['', '{', '[]', '{"size":"x"}', '{"size":1,"more":2}', '\u0000'])(
  'a file holding %j counts as absent',
  (text) => {
    const path = join(folder, 'settings.json');
    writeFileSync(path, text);
    expect(openJsonFile(path, schema, { size: 7 }).read()).toEqual({ size: 7 });
  },
);

test('a refusal of the disk is told with its code and changes nothing', () => {
  const path = join(folder, 'settings.json');
  mkdirSync(path);
  const file = openJsonFile(path, schema, { size: 1 });
  expect(file.write({ size: 2 })).toMatchObject({ ok: false, error: { code: expect.stringMatching(/^files\./) } });
  expect(file.read()).toEqual({ size: 1 });
});

test('recent workspaces stand newest first, each folder once, at most twelve', () => {
  const path = join(folder, 'recent.json');
  const recents = makeRecents(openJsonFile(path, recentsSchema, []), folder);
  const add = (id: string, place: string) =>
    recents.add({ id, what: 'workspace', name: id, path: join(folder, place), openedAt: '2026-11-22T10:00:00Z' });
  for (let count = 0; count < 14; count += 1) add(`w${count}`, `place${count}`);
  add('w5-again', 'place5');
  const listed = recents.list();
  expect(listed).toHaveLength(12);
  expect(listed[0]).toEqual({
    id: 'w5-again',
    what: 'workspace',
    name: 'w5-again',
    place: join('~', 'place5'),
    openedAt: '2026-11-22T10:00:00Z',
  });
  expect(listed.filter(({ place }) => place === join('~', 'place5'))).toHaveLength(1);
  expect(recents.find('w13')?.path).toBe(join(folder, 'place13'));
  recents.forget('w13');
  expect(recents.find('w13')).toBeUndefined();
  expect(readFileSync(path, 'utf8')).not.toContain('w13');
});
