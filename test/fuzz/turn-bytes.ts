import type { Dice } from './dice.ts';

type Turn = (bytes: Buffer, dice: Dice, other: Buffer) => Buffer;

const cut = (bytes: Buffer, dice: Dice): readonly [number, number] => {
  const from = dice.below(bytes.length);
  return [from, Math.min(bytes.length, from + 1 + dice.below(dice.pick([4, 40, 400, bytes.length])))];
};

/** What may befall bytes without any regard to their meaning. `other` is another good file of the kind. */
export const byteTurns: Readonly<Record<string, Turn>> = {
  'flip a bit': (bytes, dice) => {
    const at = dice.below(bytes.length);
    return put(bytes, at, (bytes[at] ?? 0) ^ (1 << dice.below(8)));
  },
  'set a byte': (bytes, dice) =>
    put(bytes, dice.below(bytes.length), dice.pick([0, 1, 0x7f, 0x80, 0xff, dice.below(256)])),
  'set four bytes': (bytes, dice) => {
    const turned = Buffer.concat([bytes, Buffer.alloc(Math.max(0, 4 - bytes.length))]);
    const number = dice.pick([0, 1, 0x7fffffff, 0x80000000, 0xffffffff, dice.below(0x7fffffff)]);
    turned.writeUInt32LE(number, dice.below(turned.length - 3));
    return turned;
  },
  truncate: (bytes, dice) => bytes.subarray(0, dice.below(bytes.length)),
  'cut off the front': (bytes, dice) => bytes.subarray(1 + dice.below(bytes.length)),
  append: (bytes, dice) => Buffer.concat([bytes, dice.pick([dice.bytes(1 + dice.below(64)), bytes, other16(bytes)])]),
  insert: (bytes, dice) => {
    const at = dice.below(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), dice.bytes(1 + dice.below(40)), bytes.subarray(at)]);
  },
  'delete a part': (bytes, dice) => {
    const [from, to] = cut(bytes, dice);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  'repeat a part': (bytes, dice) => {
    const [from, to] = cut(bytes, dice);
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
  },
  'exchange two parts': (bytes, dice) => {
    const [from, to] = cut(bytes, dice);
    const rest = to + dice.below(bytes.length - to + 1);
    return Buffer.concat([
      bytes.subarray(0, from),
      bytes.subarray(to, rest),
      bytes.subarray(from, to),
      bytes.subarray(rest),
    ]);
  },
  'blank a part': (bytes, dice) => {
    const [from, to] = cut(bytes, dice);
    return Buffer.from(bytes).fill(dice.pick([0, 0xff]), from, to);
  },
  'front of one, back of another': (bytes, dice, other) =>
    Buffer.concat([bytes.subarray(0, dice.below(bytes.length)), other.subarray(dice.below(other.length))]),
  'a part of another': (bytes, dice, other) => {
    const [from, to] = cut(bytes, dice);
    return Buffer.concat([bytes.subarray(0, from), other.subarray(from, to), bytes.subarray(to)]);
  },
};

/** One of these, or a few one after another. */
export function turnBytes(bytes: Buffer, dice: Dice, other: Buffer): Buffer {
  let turned = bytes;
  for (let left = dice.pick([1, 1, 1, 2, 5]); left > 0 && turned.length > 0; left -= 1) {
    turned = dice.pick(Object.values(byteTurns))(turned, dice, other);
  }
  return turned;
}

function put(bytes: Buffer, at: number, value: number): Buffer {
  const turned = Buffer.from(bytes);
  turned[at] = value;
  return turned;
}

function other16(bytes: Buffer): Buffer {
  return bytes.subarray(0, 16);
}
