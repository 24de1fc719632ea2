import { fail, ok, type Result } from '#shared/base/result.ts';
import { packageLimits } from '#shared/packages/limits.ts';

export type AgeHeaderFault = 'not-age' | 'header' | 'work-factor';

/** What opens an age file. `workFactor` is log2 of scrypt's N. */
export type AgeHeader =
  | { readonly by: 'recipients' }
  | { readonly by: 'passphrase'; readonly salt: Uint8Array; readonly workFactor: number };

const firstLine = 'age-encryption.org/v1\n';
const header = new RegExp(
  `^${firstLine.trim()}\n` +
    '((?:-> [!-~]+(?: [!-~]+)*\n(?:[A-Za-z0-9+/]{64}\n)*[A-Za-z0-9+/]{0,63}\n)+)' +
    '--- [A-Za-z0-9+/]{43}\n',
);

/**
 * Checks the header of an age file before anything is computed from it (package format 1, "Exact forms"): binary form,
 * at most 20 stanzas, a scrypt stanza alone and with a work factor of at most 20.
 * @param head the first bytes of the file
 */
export function readAgeHeader(head: Uint8Array): Result<AgeHeader, AgeHeaderFault> {
  const text = Buffer.from(head).toString('latin1');
  if (!text.startsWith(firstLine)) return fail('not-age');
  const stanzas = header
    .exec(text)?.[1]
    ?.split('\n')
    .filter((line) => line.startsWith('-> '))
    .map((line) => line.split(' ').slice(1));
  if (stanzas === undefined || stanzas.length > packageLimits.ageStanzas) return fail('header');
  const scrypt = stanzas.find(([type]) => type === 'scrypt');
  if (scrypt === undefined) return ok({ by: 'recipients' });
  const [, salt = '', factor = '', ...rest] = scrypt;
  if (stanzas.length !== 1 || rest.length > 0) return fail('header');
  if (!/^[A-Za-z0-9+/]{22}$/.test(salt) || !/^[1-9]\d{0,9}$/.test(factor)) return fail('header');
  const workFactor = Number(factor);
  if (workFactor > packageLimits.scryptWorkFactor) return fail('work-factor');
  return ok({ by: 'passphrase', salt: Buffer.from(salt, 'base64'), workFactor });
}
