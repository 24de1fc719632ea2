import { expect, test } from 'vitest';
import { firstWindowState, placeWindow } from '#electron/app/window-state.ts';

const laptop = { x: 0, y: 0, width: 1366, height: 728 };
const desk = { x: 1366, y: 0, width: 2560, height: 1400 };
const at = (x: number, y: number, width = 1440, height = 900) => ({
  bounds: { x, y, width, height },
  maximized: false,
  zoom: 1,
});

test('the first window is centred and fits the screen', () => {
  expect(placeWindow(firstWindowState, [laptop])).toEqual({ x: 0, y: 0, width: 1366, height: 728 });
  expect(placeWindow(firstWindowState, [{ ...desk, x: 0 }])).toEqual({ x: 560, y: 250, width: 1440, height: 900 });
});

test('a window comes back where it was, on whichever screen', () => {
  expect(placeWindow(at(1500, 100), [laptop, desk])).toEqual({ x: 1500, y: 100, width: 1440, height: 900 });
});

test('a window partly off the screen stays when its title bar can be dragged', () => {
  expect(placeWindow(at(-1300, 20), [laptop])).toEqual({ x: -1300, y: 20, width: 1440, height: 900 });
});

test.each([
  ['its screen was unplugged', at(1500, 100)],
  ['it lies above the screen', at(100, -50)],
  ['it lies below the screen', at(100, 710)],
  ['only a sliver is left at the side', at(1300, 100)],
])('a window is brought back to the main screen when %s', (_, state) => {
  expect(placeWindow(state, [laptop])).toEqual({ x: 0, y: 0, width: 1366, height: 728 });
});
