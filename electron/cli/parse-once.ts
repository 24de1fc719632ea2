import { config } from 'zod';

/**
 * Lets schemas that are loaded from now on work without compiling themselves first: for a command that reads each kind of
 * thing once, compiling takes longer than it saves.
 */
export function parseOnce(): void {
  config({ jitless: true });
}
