import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { largeCaps, packageLimits, smallCaps } from '#shared/packages/limits.ts';
import { packageKinds } from '#shared/packages/package-kind.ts';
import { packageSentences } from '#shared/packages/sentences.ts';
import { verificationSteps } from '#shared/packages/steps.ts';
import { suiteSchema } from '#shared/packages/suite.ts';

const text = readFileSync(new URL('../../../resources/package-format.md', import.meta.url), 'utf8');
const words = new Set(text.match(/[a-z0-9-]+/gi));

// What a second implementer reads must be what this program does: a new code goes into the table of section 12.
it('the specification names every step, kind, suite and code of a refusal', () => {
  const codes = Object.keys(packageSentences).map((code) => code.slice('package.'.length));
  const ours = codes.filter((code) => !/^(sheet|dossier)-/.test(code) && code !== 'source-changed');
  const named = [...ours, ...packageKinds, ...suiteSchema.options];
  expect(named.filter((name) => !words.has(name))).toEqual([]);
  const steps = verificationSteps.filter((step) => !text.includes(`\n| ${step} | `));
  expect(steps).toEqual([]);
});

it('the specification states the limits that hold', () => {
  const mebi = 1024 * 1024;
  const figures = [
    `${smallCaps.package / mebi} MiB`,
    `${smallCaps.envelope / mebi} MiB`,
    `${largeCaps.envelope / mebi} MiB`,
    ...[smallCaps.values, largeCaps.values, packageLimits.entries].map((count) => count.toLocaleString('en')),
    `${(packageLimits.zip / mebi).toLocaleString('en')} MiB`,
    `manifest ${packageLimits.manifest / mebi} MiB`,
    `nesting ${packageLimits.nesting}`,
    `${packageLimits.entryName} bytes and ${packageLimits.entryDepth} segments`,
  ];
  expect(figures.filter((figure) => !text.includes(figure))).toEqual([]);
});
