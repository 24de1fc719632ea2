import { z } from 'zod';
import type { Dice } from './dice.ts';

type Slot = { readonly holder: Record<string, unknown> | unknown[]; readonly key: string | number };

const objectSchema = z.record(z.string(), z.unknown());

/** Values that readers trip over. */
const strange: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1,
  0.5,
  1e21,
  2 ** 53 + 2,
  -0,
  '',
  ' ',
  '\u0000',
  'cafe\u0301',
  '\ud800',
  '汉'.repeat(6000),
  `a${'\u0301\u0327'.repeat(100)}`,
  [],
  {},
  [[]],
  [null],
  { a: 1 },
  '__proto__',
  'official',
  'demo',
  '1',
  'toString',
  '9999-12-31T23:59:59Z',
  '0000-00-00T00:00:00Z',
  'a'.repeat(64),
  'ed25519-sha256',
  'sm2-sm3',
  2 ** 53,
  -(2 ** 31),
];

/** A JSON value with one thing in it, or more, changed, removed, doubled, added or moved. */
export function turnJson(text: string, dice: Dice, times = 1): string {
  const value: unknown = JSON.parse(text);
  for (let left = times; left > 0; left -= 1) turnOnce(value, dice);
  const turned = JSON.stringify(value);
  // What no writer of JSON would write.
  return dice.below(12) === 0 ? spoil(turned, dice) : turned;
}

function turnOnce(value: unknown, dice: Dice): void {
  const slots = listSlots(value);
  const { holder, key } = dice.pick(slots);
  const change = dice.below(8);
  if (Array.isArray(holder)) turnItem(holder, Number(key), change, dice, slots);
  else turnField(holder, String(key), change, dice, slots);
}

function turnItem(list: unknown[], at: number, change: number, dice: Dice, slots: readonly Slot[]): void {
  if (change === 0) list.splice(at, 1);
  else if (change === 1) list.splice(at, 0, list[at]);
  else if (change === 2) list.reverse();
  else list[at] = replacement(list[at], dice, slots);
}

function turnField(
  fields: Record<string, unknown>,
  name: string,
  change: number,
  dice: Dice,
  slots: readonly Slot[],
): void {
  if (change === 0) Reflect.deleteProperty(fields, name);
  else if (change === 1)
    Object.defineProperty(fields, dice.pick(['__proto__', 'extra', 'constructor', 'suite2', '0']), {
      value: dice.pick(strange),
      enumerable: true,
      writable: true,
      configurable: true,
    });
  else if (change === 2) fields[dice.pick(Object.keys(fields))] = fields[name];
  else fields[name] = replacement(fields[name], dice, slots);
}

function replacement(value: unknown, dice: Dice, slots: readonly Slot[]): unknown {
  if (dice.below(2) === 0) {
    if (typeof value === 'number') return value + dice.pick([1, -1, 50, 0.5, 1000, -10_000]);
    if (typeof value === 'string' && value !== '')
      return value.replace(dice.pick(Array.from(value)), dice.pick(['', 'x', '0', 'A', '分']));
    if (typeof value === 'boolean') return !value;
  }
  const { holder, key } = dice.pick(slots);
  const elsewhere: unknown = structuredClone(Reflect.get(holder, key));
  return dice.pick([...strange, elsewhere, elsewhere, elsewhere]);
}

function spoil(text: string, dice: Dice): string {
  const at = dice.below(text.length);
  return `${text.slice(0, at)}${dice.pick([' ', '\n', ',', '"', '\\u0041', '}', '1e3', '\ufeff'])}${text.slice(at)}`;
}

function listSlots(value: unknown): readonly Slot[] {
  const slots: Slot[] = [];
  const open: unknown[] = [value];
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    if (Array.isArray(item)) {
      const list: unknown[] = item;
      list.forEach((each, key) => {
        slots.push({ holder: list, key });
        open.push(each ?? true);
      });
    } else if (typeof item === 'object' && item !== null) {
      const fields = objectSchema.safeParse(item).success ? asFields(item) : {};
      for (const [key, each] of Object.entries(fields)) {
        slots.push({ holder: fields, key });
        open.push(each ?? true);
      }
    }
  }
  return slots;
}

function asFields(item: object): Record<string, unknown> {
  // A plain object of JSON.parse, which is to be changed in place.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return item as Record<string, unknown>;
}
