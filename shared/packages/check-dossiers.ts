import { fail, ok, type Result } from '../base/result.ts';
import type { DossierFile } from '../candidates/candidate.ts';
import type { ManifestEntry } from './manifest.ts';
import type { PackageCode } from './sentences.ts';
import type { TaskPredicate } from './task.ts';

/** Every dossier file of a task, each content once, by its SHA-256. */
export function listDossiers(task: Pick<TaskPredicate, 'candidates'>): Map<string, DossierFile> {
  return new Map(task.candidates.flatMap(({ dossiers }) => dossiers.map((file) => [file.sha256, file])));
}

/** Where a dossier file lies in a package that this program writes. */
export function dossierPath(sha256: string): string {
  return `data/dossiers/${sha256}`;
}

/** The task names exactly the contents that the package carries. */
export function checkDossiers(task: TaskPredicate, manifest: readonly ManifestEntry[]): Result<null, PackageCode> {
  const carried = new Set(manifest.map(({ sha256 }) => sha256));
  const named = listDossiers(task);
  for (const [sha256, file] of named) {
    if (!carried.has(sha256)) return fail('package.dossier-missing', { entry: file.name });
  }
  const unnamed = manifest.find(({ sha256 }) => !named.has(sha256));
  return unnamed === undefined ? ok(null) : fail('package.dossier-unnamed', { entry: unnamed.path });
}
