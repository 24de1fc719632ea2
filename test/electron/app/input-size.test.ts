import { expect, it } from 'vitest';
import { isTooLarge } from '#electron/app/input-size.ts';

const nest = (depth: number): unknown => Array.from({ length: depth }).reduce((inner) => [inner], null);

it.each([
  ['nothing', undefined],
  ['a small object', { roundId: 'x', design: { tracks: [{ id: 'a' }] } }],
  ['ids of 100,000 candidates', { candidateIds: Array(100_000).fill('0'.repeat(36)) }],
  ['a depth that designs have', nest(20)],
])('%s is taken', (_, input) => {
  expect(isTooLarge(input)).toBe(false);
});

it.each([
  ['a text of 33 million characters', { comment: 'x'.repeat(33_000_000) }],
  ['many texts that are as much together', Array(40).fill('x'.repeat(1_000_000))],
  ['a key of 33 million characters', { ['x'.repeat(33_000_000)]: 1 }],
  ['bytes of as many', new ArrayBuffer(33_000_000)],
  ['a view of as many', new Uint8Array(33_000_000)],
  ['half a million parts', Array(1000).fill(Array(501).fill(0))],
  ['an array of four thousand million holes', { files: Object.assign([], { length: 4_000_000_000 }) }],
  ['a depth without end', nest(100)],
  ['a map, which no call takes', new Map([['a', 1]])],
  ['a set, which no call takes', { ids: new Set(['a']) }],
])('%s is too much', (_, input) => {
  expect(isTooLarge(input)).toBe(true);
});

it('a loop ends', () => {
  const loop: Record<string, unknown> = {};
  loop['self'] = loop;
  expect(isTooLarge(loop)).toBe(true);
});
