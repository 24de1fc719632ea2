/** The three channels between window and main process; the preload script and ipc.ts are the only ones that name them. */
export const channels = {
  /** (name, input) → Result: every call of the contract. */
  call: 'mtx:call',
  /** (paths) → Grants: files that a person dropped on the window. */
  grantFiles: 'mtx:grant-files',
  /** (event, data): what the main process tells unasked. */
  event: 'mtx:event',
} as const;
