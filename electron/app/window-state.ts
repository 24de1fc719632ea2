import { z } from 'zod';

const boundsSchema = z.strictObject({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) });

/** Where the window was last, in device-independent pixels; `bounds` null on the first start. */
export const windowStateSchema = z.strictObject({
  bounds: boundsSchema.nullable(),
  maximized: z.boolean(),
  zoom: z.number().min(0.25).max(5),
});
export type WindowState = z.infer<typeof windowStateSchema>;
export type Bounds = z.infer<typeof boundsSchema>;

export const firstWindowState: WindowState = { bounds: null, maximized: false, zoom: 1 };
/** Below this the scoring desk has no room. */
export const smallestSize = { width: 960, height: 600 };
const usualSize = { width: 1440, height: 900 };
/** So much of the title bar must be visible for a person to be able to drag the window. */
const grip = { width: 120, height: 40 };

/**
 * Bounds for a new window: where it was, when a screen still shows it there, else centred on the main screen.
 * @param screens work areas, the main one first
 */
export function placeWindow(state: WindowState, screens: readonly Bounds[]): Bounds {
  const [main = { x: 0, y: 0, ...usualSize }] = screens;
  const last = state.bounds;
  if (last !== null && screens.some((screen) => showsGrip(last, screen))) return last;
  const size = last ?? usualSize;
  const width = Math.min(size.width, main.width);
  const height = Math.min(size.height, main.height);
  return {
    x: main.x + Math.round((main.width - width) / 2),
    y: main.y + Math.round((main.height - height) / 2),
    width,
    height,
  };
}

/** Whether a person could take hold of the window's title bar on this screen. */
function showsGrip(window: Bounds, screen: Bounds): boolean {
  const visible = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x);
  const topVisible = window.y >= screen.y && window.y + grip.height <= screen.y + screen.height;
  return topVisible && visible >= grip.width;
}
