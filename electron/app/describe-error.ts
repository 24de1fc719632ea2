/**
 * An error for the log: kind, code, message and stack, without what may name a person. Quoted parts of messages (they
 * hold values and paths) and the folders in stacks are left out.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${error.name}${code}: ${withoutValues(error.message)}`, ...frames.map(withoutFolders)].join('\n');
}

function withoutValues(message: string): string {
  return message
    .split('\n', 1)
    .join('')
    .replaceAll(/'[^']*'|"[^"]*"|`[^`]*`|“[^”]*”/g, '…')
    .replaceAll(/(?:[A-Za-z]:)?[\\/][^\s:,)]+/g, '…')
    .slice(0, 300);
}

/** `at f (/home/name/app/main.cjs:10:5)` → `at f (main.cjs:10:5)`. */
function withoutFolders(frame: string): string {
  return frame.replaceAll(/(?:file:\/\/)?(?:[A-Za-z]:)?[\\/](?:[^()\\/]*[\\/])*/g, '');
}
