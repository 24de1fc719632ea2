import { fail, type Result } from '#shared/base/result.ts';
import type { CandidateCode } from '#shared/candidates/sentences.ts';
import type { ScoringCode } from '#shared/scoring/sentences.ts';
import type { WorkspaceCode } from '#shared/workspace/sentences.ts';
import { DamagedCell } from '../identity/sealed-cell.ts';
import { DamagedFile } from './sealed-file.ts';
import { VaultLocked } from './vault.ts';

type HomeCode = ScoringCode | WorkspaceCode;

/**
 * Runs an act on a home. Two faults may meet it anywhere and become refusals here: the home was locked under it, and a
 * sealed text that does not verify.
 */
export async function guardHome<Value, Code extends string>(
  act: () => Result<Value, Code> | Promise<Result<Value, Code>>,
): Promise<Result<Value, Code | HomeCode>> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof VaultLocked) return fail('scoring.locked');
    if (error instanceof DamagedCell) return fail('workspace.damaged', { file: 'home.db' });
    throw error;
  }
}

/** Runs an act that reads a dossier; what does not verify is refused by its name, and nothing of it is shown. */
export async function guardDossier<Value, Code extends string>(
  act: () => Promise<Result<Value, Code>>,
): Promise<Result<Value, Code | HomeCode | CandidateCode>> {
  try {
    return await guardHome(act);
  } catch (error) {
    if (error instanceof DamagedFile) return fail('candidates.dossier-damaged');
    throw error;
  }
}
