import { expect, it } from 'vitest';
import { blankWorkspace, listFaults, type NewWorkspace } from '#renderer/office/doors/new-workspace.ts';

const filled: NewWorkspace = {
  folder: { id: 'f', name: '评审', kind: 'folder' },
  name: '评审办',
  passphrase: '渝江灯塔桥雾',
  again: '渝江灯塔桥雾',
  suite: 'ed25519-sha256',
  understood: true,
};

it('takes a complete form', () => {
  expect(listFaults(filled)).toEqual([]);
});

it('names everything that a blank form lacks, in its order', () => {
  expect(listFaults(blankWorkspace)).toEqual(['folder', 'name', 'passphrase', 'understood']);
});

it('refuses a passphrase that is short or was typed differently, and a name beyond 60 characters', () => {
  expect(listFaults({ ...filled, passphrase: '1234', again: '1234' })).toEqual(['passphrase']);
  expect(listFaults({ ...filled, again: '渝江灯塔' })).toEqual(['again']);
  expect(listFaults({ ...filled, name: '办'.repeat(61) })).toEqual(['name']);
  expect(listFaults({ ...filled, name: '   ' })).toEqual(['name']);
});
