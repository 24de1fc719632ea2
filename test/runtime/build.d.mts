/** Builds those of the given parts of dist/ ('main' with mtx and preload, 'renderer') that are older than their sources. */
export function ensureBuilt(names?: readonly ('main' | 'renderer')[]): Promise<void>;
