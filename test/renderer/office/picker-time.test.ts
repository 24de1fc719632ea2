import { expect, it } from 'vitest';
import { fromPicker, toPicker } from '#renderer/office/picker-time.ts';

it('keeps a time through the date picker, to the minute', () => {
  expect(fromPicker(toPicker('2026-12-08T10:00:00Z'))).toBe('2026-12-08T10:00:00Z');
  expect(fromPicker(toPicker('2026-12-08T10:00:42Z'))).toBe('2026-12-08T10:00:00Z');
  expect(fromPicker(toPicker(null))).toBeNull();
});
