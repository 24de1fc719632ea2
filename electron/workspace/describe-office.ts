import { ok, type Result } from '#shared/base/result.ts';
import { loadRoster } from './load-roster.ts';
import type { UnlockedWorkspace } from './workspace.ts';

/** The office as its tasks name it. */
export type DescribedOffice = {
  readonly name: string;
  /** age recipient of results. */
  readonly recipient: string;
  /** age recipient of the recovery key, or null. */
  readonly escrow: string | null;
  /** 轮换声明 since the commission's first key, base64 envelopes. */
  readonly rotations: readonly string[];
};

/** The office out of its verified roster. */
export function describeOffice(workspace: UnlockedWorkspace): Result<DescribedOffice> {
  const found = loadRoster(workspace);
  if (!found.ok) return found;
  const { about, keys } = workspace;
  const { recovery = null, rotations = [] } = found.value?.roster ?? {};
  return ok({ name: about.name, recipient: keys.recipient, escrow: recovery?.recipient ?? null, rotations });
}
