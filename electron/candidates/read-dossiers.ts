import { basename } from 'node:path';
import { ok, type Result } from '#shared/base/result.ts';
import { cleanLine } from '#shared/tables/clean.ts';
import type { DossierFile } from '#shared/candidates/candidate.ts';
import { matchDossiers, type DossierMatches, type DossierOwner } from '#shared/candidates/match-dossiers.ts';
import type { CandidateCode } from '#shared/candidates/sentences.ts';
import { measureDataFile } from '../packages/data-file.ts';
import { recogniseMedia } from './media-type.ts';
import { walkFolder, type WalkCode, type WalkedFile } from './walk-folder.ts';

/** A dossier file still lying in the chosen folder at `path`. */
export type FoundDossier = DossierFile & { readonly path: string };

/** A file that is not taken as a dossier, with the reason. */
export type RefusedDossier = { readonly name: string; readonly code: CandidateCode };

/** What a folder of dossiers brings; nothing is stored. */
export type DossierReading = {
  readonly found: readonly { readonly code: string; readonly files: readonly FoundDossier[] }[];
  readonly unmatched: DossierMatches['unmatched'];
  readonly without: DossierMatches['without'];
  readonly missing: DossierMatches['missing'];
  readonly refused: readonly RefusedDossier[];
};

/** Caps of reading; files of one candidate as `candidateSchema` has them. */
export type DossierLimits = {
  readonly files: number;
  readonly depth: number;
  readonly filesPerCandidate: number;
  /** Bytes of one file. */
  readonly fileBytes: number;
};

export const defaultDossierLimits: DossierLimits = {
  files: 20_000,
  depth: 12,
  filesPerCandidate: 500,
  fileBytes: 1_000_000_000,
};

/**
 * Walks a folder and gives its files to candidates (`matchDossiers`), with SHA-256, size and the media type that the
 * content shows. Links are not followed; empty files, programs and contents that a candidate has twice are refused.
 */
export async function readDossiers(
  folder: string,
  owners: readonly DossierOwner[],
  limits: DossierLimits = defaultDossierLimits,
): Promise<Result<DossierReading, WalkCode>> {
  const name = basename(folder);
  const walk = await walkFolder(folder, limits);
  if (!walk.ok) return { ok: false, error: { ...walk.error, detail: { name, ...walk.error.detail } } };
  const files = new Map(walk.value.files.map((file) => [file.relative, file]));
  const matches = matchDossiers(owners, [...files.keys()]);
  const refused: RefusedDossier[] = walk.value.skipped.map((path) => ({ name: path, code: 'candidates.dossier-link' }));
  const found: { code: string; files: FoundDossier[] }[] = [];
  for (const [code, paths] of matches.found) {
    const own = paths.flatMap((path) => files.get(path) ?? []);
    const taken = await readFiles(own, limits, refused);
    if (taken.length > 0) found.push({ code, files: taken });
  }
  const { unmatched, without, missing } = matches;
  return ok({ found, unmatched, without, missing, refused });
}

async function readFiles(
  files: readonly WalkedFile[],
  limits: DossierLimits,
  refused: RefusedDossier[],
): Promise<FoundDossier[]> {
  const taken = new Map<string, FoundDossier>();
  const names = new Set<string>();
  for (const file of files) {
    const read = await readFile(file, names, limits);
    const code = read.ok ? judgeAmong(taken, read.value, limits) : read.error.code;
    if (code !== null) refused.push({ name: file.relative, code });
    else if (read.ok) taken.set(read.value.sha256, read.value);
    if (code === null && read.ok) names.add(read.value.name);
  }
  return [...taken.values()];
}

function judgeAmong(
  taken: ReadonlyMap<string, FoundDossier>,
  { sha256 }: FoundDossier,
  { filesPerCandidate }: DossierLimits,
): CandidateCode | null {
  if (taken.has(sha256)) return 'candidates.dossier-repeated';
  return taken.size >= filesPerCandidate ? 'candidates.dossiers-of-one-too-many' : null;
}

async function readFile(
  { path, relative, size }: WalkedFile,
  names: ReadonlySet<string>,
  limits: DossierLimits,
): Promise<Result<FoundDossier, CandidateCode>> {
  if (size === 0) return { ok: false, error: { code: 'candidates.dossier-empty' } };
  if (size > limits.fileBytes) return { ok: false, error: { code: 'candidates.dossier-too-large' } };
  const measured = await measureDataFile(path);
  if (!measured.ok) return { ok: false, error: { code: 'candidates.dossier-unreadable' } };
  const media = await recogniseMedia(path);
  if (media.program) return { ok: false, error: { code: 'candidates.dossier-program' } };
  const { sha256 } = measured.value;
  return ok({ sha256, size: measured.value.size, mediaType: media.type, name: nameFile(relative, names), path });
}

/** The file's own name; behind its folder's where a candidate has two of one name. */
function nameFile(relative: string, names: ReadonlySet<string>): string {
  const segments = relative.split('/').map(cleanLine);
  const own = segments.at(-1) ?? '';
  const name = names.has(own) ? segments.slice(-2).join(' · ') : own;
  return name.slice(-255);
}
