import { extname, resolve } from 'node:path';

/** Extensions of the files that the system opens with the app. */
const ownExtensions = new Set(['.mtxtask', '.mtxresult', '.mtxreceipt', '.mtxcard', '.mtxarchive']);

/** Whether a file is one of ours by its name. */
export function isOwnFile(path: string): boolean {
  return ownExtensions.has(extname(path).toLowerCase());
}

/** Whether a dropped thing may be granted: a folder or one of the files that the product reads. */
export function isDroppable(path: string): boolean {
  const extension = extname(path).toLowerCase();
  return extension === '' || isOwnFile(path) || ['.xlsx', '.csv', '.json'].includes(extension);
}

/**
 * The files that a command line asks to open.
 * @param args arguments of the app itself, without the program
 * @param folder the folder that relative names start from
 */
export function listFiles(args: readonly string[], folder: string): string[] {
  return args
    .filter((argument) => !argument.startsWith('-') && isOwnFile(argument))
    .map((name) => resolve(folder, name));
}

/** The value of `--name=value`, or undefined. */
export function findOption(args: readonly string[], name: string): string | undefined {
  const prefix = `--${name}=`;
  return args.find((argument) => argument.startsWith(prefix))?.slice(prefix.length);
}
