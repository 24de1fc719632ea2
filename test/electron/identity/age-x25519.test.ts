import { Encrypter, generateX25519Identity, identityToRecipient, Stanza, type Recipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { formatAgeIdentity, parseAgeIdentity } from '#electron/identity/age-identity.ts';
import { decryptWhole } from '#electron/identity/age.ts';
import { x25519Identity } from '#electron/identity/age-x25519.ts';
import { must } from '#test/fixtures/packages/desk.ts';
import { seededEntropy } from '#test/fixtures/packages/entropy.ts';

const secrets = Array.from({ length: 50 }, (_, index) => seededEntropy(`x25519 ${index}`).randomBytes(32));
const [text = ''] = secrets.map(formatAgeIdentity);

/** A file as typage seals it. */
async function seal(...recipients: readonly (string | Recipient)[]): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt('示例');
}

/** Its stanzas of our type. */
function readStanzas(file: Uint8Array): Stanza[] {
  const stanza = /^-> (X25519 \S+)\n(\S+)\n/gm;
  const header = Buffer.from(file).toString('latin1');
  return Array.from(header.matchAll(stanza), ([, args = '', body = '']) => {
    return new Stanza(args.split(' '), Buffer.from(body, 'base64'));
  });
}

describe('the text of an age identity', () => {
  it('reads back as its 32 bytes', async () => {
    for (const secret of secrets) expect(parseAgeIdentity(formatAgeIdentity(secret))).toEqual(new Uint8Array(secret));
    const theirs = await generateX25519Identity();
    expect(formatAgeIdentity(parseAgeIdentity(theirs) ?? new Uint8Array())).toBe(theirs);
  });

  it('is nothing in any other form', () => {
    const others = Array.from(text, (_, at) => text.slice(0, at) + (text[at] === '2' ? '3' : '2') + text.slice(at + 1));
    const forms = [
      text.toLowerCase(),
      ` ${text}`,
      `${text}Q`,
      text.slice(0, -1),
      formatAgeIdentity(secrets[0] ?? new Uint8Array()).replace('AGE', 'ÄGE'),
    ];
    for (const form of [...others, ...forms, formatAgeIdentity(new Uint8Array(31)), '']) {
      expect(parseAgeIdentity(form)).toBe(null);
      expect(x25519Identity(form)).toBe(null);
    }
  });
});

describe('our X25519', () => {
  it('finds its stanza among those of others and of other kinds', async () => {
    const grease: Recipient = { wrapFileKey: () => [new Stanza(['x-grease', 'a'], new Uint8Array(3))] };
    const other = await identityToRecipient(await generateX25519Identity());
    const file = await seal(grease, other, await identityToRecipient(text));
    expect(must(await decryptWhole(file, { by: 'identities', identities: [text] })).toString()).toBe('示例');
    const foreign = await seal(grease, other);
    expect(await x25519Identity(text)?.unwrapFileKey(readStanzas(foreign))).toBe(null);
  });

  it('refuses a stanza that is not in the exact form, and a point that gives no secret', async () => {
    const [stanza = new Stanza([], new Uint8Array())] = readStanzas(await seal(await identityToRecipient(text)));
    const {
      args: [type = '', share = ''],
      body,
    } = stanza;
    expect(await x25519Identity(text)?.unwrapFileKey([stanza])).toHaveLength(16);
    const malformed = [
      new Stanza([type], body),
      new Stanza([type, share, 'more'], body),
      new Stanza([type, share.slice(0, -4)], body),
      new Stanza([type, `${share}=`], body),
      new Stanza([type, share], body.subarray(1)),
      new Stanza([type, share], Buffer.concat([body, body])),
    ];
    for (const each of malformed) {
      expect(() => x25519Identity(text)?.unwrapFileKey([each])).toThrow('invalid X25519 stanza');
    }
    const lowOrder = new Stanza([type, 'A'.repeat(43)], body);
    expect(() => x25519Identity(text)?.unwrapFileKey([lowOrder])).toThrow();
  });
});
