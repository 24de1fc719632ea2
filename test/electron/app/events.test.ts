import { expect, test } from 'vitest';
import { throttleProgress } from '#electron/app/events.ts';

test('progress is told at most ten times a second, and its end always', () => {
  let time = 0;
  const told: number[] = [];
  const tell = throttleProgress(
    ({ done }) => told.push(done),
    () => time,
  );
  for (let done = 0; done <= 1000; done += 1) {
    tell({ what: 'issueTasks', done, total: 1000, item: '' });
    time += 1;
  }
  expect(told[0]).toBe(0);
  expect(told.at(-1)).toBe(1000);
  expect(told).toHaveLength(11);
});
