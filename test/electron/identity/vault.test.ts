import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { formatAgeIdentity } from '#electron/identity/age-identity.ts';
import { createKeys } from '#electron/identity/keys.ts';
import { readWorkFactor } from '#electron/identity/member-keys.ts';
import { readVault, writeVault } from '#electron/identity/vault.ts';
import { must } from '#test/fixtures/packages/desk.ts';
import { seededEntropy } from '#test/fixtures/packages/entropy.ts';

const schema = z.strictObject({ secret: z.string() });
let folder: string;
let identity: string;
let recipient: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mtx-vault-'));
  ({ sealing: identity, recipient } = await createKeys('expert', seededEntropy('vault')));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('a file sealed to keys', () => {
  it('gives its content to one of them, and is refused when damaged, grown, gone or of another form', async () => {
    const path = join(folder, 'a.age');
    must(await writeVault(path, { secret: '渝' }, [recipient]));
    expect(await readVault(path, identity, schema)).toEqual({ ok: true, value: { secret: '渝' } });
    const damaged = { error: { code: 'identity.key-file-damaged', detail: { file: 'a.age' } } };
    expect(await readVault(path, identity, z.strictObject({ other: z.string() }))).toMatchObject(damaged);
    expect(await readWorkFactor(path)).toMatchObject(damaged);
    const { sealing: stranger } = await createKeys('expert', seededEntropy('stranger'));
    expect(await readVault(path, stranger, schema)).toMatchObject({ error: { code: 'identity.vault-closed' } });
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.subarray(0, -1));
    expect(await readVault(path, identity, schema)).toMatchObject(damaged);
    truncateSync(path, 64 * 1024 * 1024);
    expect(await readVault(path, identity, schema)).toMatchObject(damaged);
    expect(await readVault(join(folder, 'none.age'), identity, schema)).toMatchObject({
      error: { code: 'files.missing' },
    });
  });

  it('is not written where there is no folder', async () => {
    const path = join(folder, 'none', 'a.age');
    expect(await writeVault(path, { secret: '' }, [recipient])).toMatchObject({ error: { code: 'files.missing' } });
    expect(await readWorkFactor(path)).toMatchObject({ error: { code: 'files.missing' } });
  });
});

it('an age identity is Bech32 whatever its length leaves over', () => {
  expect(formatAgeIdentity(new Uint8Array(32))).toMatch(/^AGE-SECRET-KEY-1Q{51}[02-9AC-HJ-NP-Z]{7}$/);
  expect(formatAgeIdentity(new Uint8Array(5))).toMatch(/^AGE-SECRET-KEY-1Q{8}[02-9AC-HJ-NP-Z]{6}$/);
});
