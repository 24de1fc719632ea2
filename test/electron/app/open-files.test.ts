import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeGrants } from '#electron/app/grants.ts';
import { receiveFiles } from '#electron/app/open-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mtx-open-'));
  for (const name of ['a.mtxtask', 'b.mtxresult', 'c.txt']) writeFileSync(join(folder, name), '');
});
afterEach(() => rmSync(folder, { recursive: true }));

function makeReceiver() {
  const told: string[] = [];
  let count = 0;
  const grants = makeGrants(() => {
    count += 1;
    return String(count);
  });
  const files = receiveFiles(grants, (opened) => told.push(...opened.map(({ name }) => name)));
  const open = (name: string): void => files.open([join(folder, name)]);
  const take = (): string[] => files.take().map(({ name }) => name);
  return { told, open, take, hold: files.hold };
}

test('files wait until the window asks, and are handed over once', () => {
  const { told, open, take } = makeReceiver();
  open('a.mtxtask');
  open('b.mtxresult');
  expect(told).toEqual([]);
  expect(take()).toEqual(['a.mtxtask', 'b.mtxresult']);
  expect(take()).toEqual([]);
});

test('once the window has asked, files are told at once', () => {
  const { told, open, take } = makeReceiver();
  take();
  open('a.mtxtask');
  expect(told).toEqual(['a.mtxtask']);
  expect(take()).toEqual([]);
});

test('files wait again after the window has gone', () => {
  const { told, open, take, hold } = makeReceiver();
  take();
  hold();
  open('a.mtxtask');
  expect(told).toEqual([]);
  expect(take()).toEqual(['a.mtxtask']);
});

test('files that are not ours or not there are left out', () => {
  const { open, take } = makeReceiver();
  open('c.txt');
  open('missing.mtxtask');
  expect(take()).toEqual([]);
});
