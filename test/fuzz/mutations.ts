import { signingKeyFromSeed, type SigningKey } from '#electron/identity/signing-key.ts';
import {
  encryptBuffer,
  forgePackage,
  type ForgedMember,
  type Forgery,
  type Patch,
} from '#test/fixtures/packages/forge.ts';
import { forgeBare } from './forge-bare.ts';
import type { Dice } from './dice.ts';
import type { Sample, Subject } from './subject.ts';
import { turnBytes } from './turn-bytes.ts';
import { turnJson } from './turn-json.ts';

export type Mutation = {
  readonly name: string;
  /** Whether the kind must have a ZIP around its envelope. */
  readonly zip: boolean;
  /** Signed by the one whose word it is: what is taken then is his, so only crashes and time count. */
  readonly own?: true;
  /** The key that signs is also the one named. */
  readonly named?: true;
  readonly make: (subject: Subject, one: Sample, two: Sample, dice: Dice) => Promise<Buffer>;
};

const strangers: readonly SigningKey[] = [
  signingKeyFromSeed(Buffer.alloc(32, 5)),
  signingKeyFromSeed(Buffer.alloc(32, 6), 'sm2-sm3'),
];

/** Every way to get from good packages to a bad one. */
export const mutations: readonly Mutation[] = [
  { name: 'outer bytes', zip: false, make: async (_, one, two, dice) => turnBytes(one.file, dice, two.file) },
  {
    name: 'age header',
    zip: true,
    make: async (_, one, two, dice) => {
      const [head, body] = splitHeader(one.file);
      return Buffer.concat([turnBytes(head, dice, splitHeader(two.file)[0]), body]);
    },
  },
  {
    name: 'inner ZIP, sealed again',
    zip: true,
    make: (subject, one, two, dice) => seal(subject, turnBytes(zipOf(one), dice, zipOf(two))),
  },
  {
    name: 'ZIP records, sealed again',
    zip: true,
    make: (subject, one, two, dice) =>
      forge(subject, one, { members: (all) => turnMembers(all, two, dice), zip: turnEnd(dice) }),
  },
  {
    name: 'envelope',
    zip: false,
    make: (subject, one, two, dice) =>
      forge(subject, one, {
        envelope: (text) =>
          dice.below(2) === 0
            ? turnJson(text, dice)
            : turnBytes(Buffer.from(text), dice, Buffer.from(two.payload)).toString(),
      }),
  },
  {
    name: 'payload under its old signature',
    zip: false,
    make: (subject, one, _, dice) => {
      const turned = Buffer.from(turnJson(one.payload, dice)).toString('base64');
      return forge(subject, one, { envelope: (text) => text.replace(/"payload":"[^"]*"/, `"payload":"${turned}"`) });
    },
  },
  {
    name: 'payload signed by a wrong key',
    zip: false,
    make: (subject, one, _, dice) =>
      forge(subject, one, {
        payload: (text) => (dice.below(4) === 0 ? text : turnJson(text, dice)),
        signer: dice.pick(strangers),
      }),
  },
  {
    name: 'payload signed by a wrong key that it names',
    zip: false,
    named: true,
    make: (subject, one, _, dice) => {
      const signer = dice.pick(strangers);
      return forge(subject, one, {
        payload: (text) => named(dice.below(3) === 0 ? turnJson(text, dice) : text, signer, dice),
        signer,
      });
    },
  },
  { name: 'spliced from two good ones', zip: false, make: splice },
  {
    name: 'payload signed by its own key',
    zip: false,
    own: true,
    make: (subject, one, _, dice) =>
      forge(subject, one, { payload: (text) => turnJson(text, dice, dice.pick([1, 1, 2, 4])) }),
  },
];

/** The parts of one good package with a part of another. */
function splice(subject: Subject, one: Sample, two: Sample, dice: Dice): Promise<Buffer> {
  const [head] = splitHeader(one.file);
  const [, body] = splitHeader(two.file);
  const ways: readonly (() => Promise<Buffer>)[] = [
    async () => Buffer.concat([head, body]),
    async () => Buffer.concat([one.file, two.file]),
    () => forge(subject, one, { envelope: (text) => exchange(text, two, 'payload') }),
    () => forge(subject, one, { envelope: (text) => exchange(text, two, 'sig') }),
    () => forge(subject, { ...one, data: two.data }, {}, one.payload),
    () => forge(subject, { ...one, data: [...one.data, ...two.data] }, {}, one.payload),
    () =>
      forge(subject, two, {
        members: (all) =>
          all.map((each) => (each.name.startsWith('manifest') ? { ...each, content: Buffer.from('') } : each)),
      }),
    () => seal(subject, Buffer.concat([zipOf(one), zipOf(two)])),
    () => forge(subject, one, { payload: () => two.payload, signer: dice.pick(strangers) }),
  ];
  return dice.pick(ways)();
}

/** The package anew, in the words of the format, turned as the forgery says. @param payload signed as it is, if given */
function forge(subject: Subject, one: Sample, turn: Partial<Forgery>, payload?: string): Promise<Buffer> {
  const { type: kind, signer, lock } = subject;
  const whole: Forgery = {
    kind,
    predicate: one.predicate,
    signer,
    data: one.data,
    lock,
    ...(payload === undefined ? {} : { payload: () => payload }),
    ...turn,
  };
  return one.zip === null ? Promise.resolve(forgeBare(whole)) : forgePackage(whole);
}

function exchange(envelope: string, other: Sample, field: 'payload' | 'sig'): string {
  const own = Buffer.from(other.payload).toString('base64');
  const zip = (other.zip ?? other.file).toString('latin1');
  const theirs = field === 'payload' ? own : (/"sig":"([^"]*)"/.exec(zip)?.[1] ?? '');
  return envelope.replace(new RegExp(`"${field}":"[^"]*"`), `"${field}":"${theirs}"`);
}

/** The stranger's key written where the payload names its signer, with or without his fingerprint and suite. */
function named(payload: string, { publicKey, fingerprint, suite }: SigningKey, dice: Dice): string {
  let turned = payload.replace(/("signer":\{"role":"[a-z]+","publicKey":")[^"]*/, `$1${publicKey}`);
  if (dice.below(4) > 0) turned = turned.replace(/("publicKey":"[^"]*","fingerprint":")[0-9a-f]*/, `$1${fingerprint}`);
  return dice.below(4) > 0 ? turned.replace(/"suite":"[^"]*"/, `"suite":"${suite}"`) : turned;
}

const localFields: readonly (readonly [number, 2 | 4])[] = [
  [4, 2],
  [6, 2],
  [8, 2],
  [10, 2],
  [12, 2],
  [14, 4],
  [18, 4],
  [22, 4],
  [26, 2],
  [28, 2],
];
const centralFields: readonly (readonly [number, 2 | 4])[] = [
  [4, 2],
  [6, 2],
  [8, 2],
  [10, 2],
  [16, 4],
  [20, 4],
  [24, 4],
  [28, 2],
  [30, 2],
  [32, 2],
  [34, 2],
  [36, 2],
  [38, 4],
  [42, 4],
];
const names = ['data/../x', 'data/x', 'DATA/x', 'data/CON', '/x', 'data/\u0000', 'bagit.txt', 'data/zzz/', 'data/é'];

function turnMembers(all: readonly ForgedMember[], two: Sample, dice: Dice): readonly ForgedMember[] {
  const at = dice.below(all.length);
  const one = dice.pick(all);
  const replaced = (change: Partial<ForgedMember>) =>
    all.map((each, index) => (index === at ? { ...each, ...change } : each));
  const patch = (fields: readonly (readonly [number, 2 | 4])[]): Patch => {
    const [offset, width] = dice.pick(fields);
    return [offset, width === 2 ? dice.below(65536) : dice.pick([0, 1, 0xffffffff, dice.below(0x7fffffff)]), width];
  };
  const ways: readonly (() => readonly ForgedMember[])[] = [
    () => replaced({ local: [patch(localFields)] }),
    () => replaced({ central: [patch(centralFields)] }),
    () =>
      replaced({ content: turnBytes(one.content.length === 0 ? Buffer.from('x') : one.content, dice, one.content) }),
    () => replaced({ name: dice.pick(names) }),
    () => replaced({ inCentral: false }),
    () => replaced({ inLocal: false }),
    () => replaced({ gap: dice.bytes(1 + dice.below(40)) }),
    () => replaced({ extra: dice.bytes(1 + dice.below(40)) }),
    () => replaced({ comment: dice.bytes(1 + dice.below(40)) }),
    () => all.toSpliced(at, 1),
    () => all.toSpliced(at, 0, one),
    () => all.toReversed(),
    () => [...all, { name: dice.pick(names), content: dice.bytes(dice.below(50)) }],
    () => [...all, ...two.data],
  ];
  return dice.pick(ways)();
}

function turnEnd(dice: Dice): { readonly end?: readonly Patch[] } {
  return dice.below(6) === 0 ? { end: [[dice.pick([4, 6, 8, 10, 12, 16, 20]), dice.below(65536), 2]] } : {};
}

function seal({ lock }: Subject, zip: Buffer): Promise<Buffer> {
  return lock === null ? Promise.resolve(zip) : encryptBuffer(zip, lock);
}

function zipOf({ zip, file }: Sample): Buffer {
  return zip ?? file;
}

/** An age file in two: its header, and what is encrypted. Of what is none, the first hundred bytes. */
function splitHeader(file: Buffer): readonly [Buffer, Buffer] {
  const mac = file.indexOf('\n--- ');
  const end = mac < 0 ? 100 : file.indexOf('\n', mac + 1) + 1;
  return [file.subarray(0, end), file.subarray(end)];
}
