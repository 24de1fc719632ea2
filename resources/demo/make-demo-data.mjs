// Writes everything in this folder that is not a script: sample spreadsheets and dossiers. Run by hand when their
// contents shall change:  node resources/demo/make-demo-data.mjs [sheets|dossiers]
// Dossiers need Debian's weasyprint, librsvg2-bin, imagemagick and fonts-noto-cjk; nothing of it is needed at run time.
// Equal inputs give equal files, as long as those tools stay the same.
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { demoCounts, demoSeed, makeDemoCandidates, makeDemoExperts } from '../../electron/demo/demo-candidates.ts';
import { demoKinds } from '../../electron/demo/demo-row.ts';
import { withDossiers, writeDossiers } from './make-dossiers.mjs';
import { writeMessySheet } from './make-messy-sheet.mjs';
import { writeCandidateSheet, writeExpertSheet } from './make-sheets.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
const wanted = process.argv[2] ?? 'all';

for (const kind of demoKinds) {
  const counts = demoCounts[kind];
  const candidates = makeDemoCandidates(kind, counts.candidates, demoSeed);
  const experts = makeDemoExperts(kind, counts.experts, demoSeed, candidates);
  if (wanted !== 'dossiers') {
    await writeCandidateSheet(`${folder}${kind}-candidates.xlsx`, kind, withDossiers(kind, candidates));
    await writeExpertSheet(`${folder}${kind}-experts.xlsx`, kind, experts);
    if (kind === 'building') await writeMessySheet(`${folder}messy-buildings.xlsx`, candidates);
  }
  if (wanted !== 'sheets') {
    await rm(`${folder}dossiers/${kind}`, { recursive: true, force: true });
    await writeDossiers(`${folder}dossiers/${kind}`, kind, candidates);
  }
  process.stdout.write(`${kind}: ${candidates.length} candidates, ${experts.length} experts\n`);
}
