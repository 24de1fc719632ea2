import type { FileCode } from '#shared/base/file-sentences.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { IdentityCode } from '#shared/identity/sentences.ts';
import { parseJson } from '#shared/packages/canonical.ts';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { z } from 'zod';
import { attemptFile } from '../base/attempt-file.ts';
import { writeFileAtomic, type Disk } from '../base/write-file-atomic.ts';
import { decryptWhole, encryptAge, inMemory } from './age.ts';

const ownerOnly = 0o600;
const largestVault = 1024 * 1024;

export type VaultCode = IdentityCode | FileCode;

/** Writes secrets as a standard age file that each of the recipients opens; replaces the file as a whole. */
export async function writeVault(
  path: string,
  content: object,
  recipients: readonly string[],
  disk?: Disk,
): Promise<Result<null, VaultCode>> {
  const sealed = await encryptAge(inMemory(Buffer.from(`${JSON.stringify(content)}\n`)), {
    by: 'recipients',
    recipients,
  });
  const written = await writeFileAtomic(
    path,
    async (write) => {
      for await (const chunk of sealed) await write(chunk);
      return ok(null);
    },
    { mode: ownerOnly, disk },
  );
  return written.ok ? ok(null) : written;
}

/** Opens such a file with one identity and reads the JSON in it by a schema. */
export async function readVault<Content>(
  path: string,
  identity: string,
  schema: z.ZodType<Content>,
): Promise<Result<Content, VaultCode>> {
  const file = basename(path);
  const sealed = await attemptFile(path, () => readFile(path));
  if (!sealed.ok) return sealed;
  if (sealed.value.length > largestVault) return fail('identity.key-file-damaged', { file });
  const plain = await decryptWhole(sealed.value, { by: 'identities', identities: [identity] });
  if (!plain.ok) {
    return plain.error.code === 'no-match'
      ? fail('identity.vault-closed', { file })
      : fail('identity.key-file-damaged', { file });
  }
  const content = schema.safeParse(parseJson(plain.value.toString('utf8')));
  return content.success ? ok(content.data) : fail('identity.key-file-damaged', { file });
}
