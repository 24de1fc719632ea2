import { expect, it } from 'vitest';
import { showExact } from '#shared/ranking/show-exact.ts';

it.each([
  ['87', '87'],
  ['349/4', '87.25'],
  ['346/5', '69.2'],
  ['1/8', '0.125'],
  ['-3/50', '-0.06'],
  ['257/3', '257/3'],
  ['29592913/750000', '29592913/750000'],
  ['1/10000000', '1/10000000'],
])('the exact figure %s is written as %s', (exact, written) => {
  expect(showExact(exact)).toBe(written);
});
