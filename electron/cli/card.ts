import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fail, ok } from '#shared/base/result.ts';
import { formatFingerprint } from '#shared/identity/fingerprint.ts';
import { defaultSuite, suiteSchema } from '#shared/packages/suite.ts';
import { enrolCard, previewCard } from '../cards/enrol-card.ts';
import { makeCard } from '../cards/make-card.ts';
import { openCard } from '../cards/open-card.ts';
import { guardHome } from '../home/home-failure.ts';
import { openHomeByPassphrase } from '../home/script-home.ts';
import type { Run } from './command.ts';
import { findExpert } from './decide.ts';
import { oneOf, optionalText, textOption } from './options.ts';
import { withUnlockedWorkspace } from './workspace.ts';

/** `mtx card make`: the expert's registration card, without a window. */
export const make: Run = async ({ options }, context) => {
  const named = optionalText(options, 'suite') !== undefined;
  const suite = oneOf(options, 'suite', suiteSchema.options, defaultSuite);
  if (!suite.ok) return suite;
  const home = await openHomeByPassphrase({
    folder: resolve(textOption(options, 'home')),
    entropy: context.entropy,
    readPassphrase: context.readPassphrase,
  });
  if (!home.ok) return home;
  try {
    return await guardHome(async () => {
      const made = await makeCard(
        { ...home.value, via: 'command-line' },
        {
          name: textOption(options, 'name'),
          unit: optionalText(options, 'unit') ?? '',
          folder: resolve(textOption(options, 'out')),
          suite: named ? suite.value : undefined,
          renew: options['new-key'] === true,
        },
      );
      if (!made.ok) return made;
      const { path, statement, fingerprint } = made.value;
      const shown = formatFingerprint(fingerprint);
      const text = context.language === 'en' ? `Card ${path}\nfingerprint ${shown}` : `登记卡 ${path}\n指纹 ${shown}`;
      return ok({ json: { file: path, statement, fingerprint, fingerprintText: shown }, text, exit: 0 as const });
    });
  } finally {
    home.value.vault.lock();
    home.value.db.close();
  }
};

/** `mtx card show`: what a card says; whose it is, people compare. */
export const show: Run = async ({ files: [file = ''] }, context) => {
  const staging = mkdtempSync(join(tmpdir(), 'mtx-'));
  try {
    const opened = await openCard(resolve(file), staging);
    if (!opened.ok) return opened;
    const { expert, signer } = opened.value.card;
    const shown = formatFingerprint(signer.fingerprint);
    const text =
      context.language === 'en'
        ? `${expert.name} ${expert.unit}\nfingerprint ${shown}`
        : `${expert.name} ${expert.unit}\n指纹 ${shown}`;
    const json = {
      ...expert,
      suite: opened.value.card.suite,
      fingerprint: signer.fingerprint,
      fingerprintText: shown,
      statement: opened.value.statement,
    };
    return ok({ json, text, exit: 0 });
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
};

/** `mtx card enrol`: `--fingerprint` is what the expert said of his card, so that nobody else's card can take its place. */
export const enrol: Run = (input, context) =>
  withUnlockedWorkspace(input, context, async (workspace) => {
    const { options, files } = input;
    const roundId = textOption(options, 'round');
    const path = resolve(files[0] ?? '');
    const preview = await previewCard(workspace, { roundId, path });
    if (!preview.ok) return preview;
    const name = optionalText(options, 'expert') ?? preview.value.expertId ?? preview.value.name;
    const expert = findExpert(workspace.db, roundId, name);
    if (!expert.ok) return expert;
    const compared = textOption(options, 'fingerprint');
    if (!isSame(compared, preview.value.fingerprint))
      return fail('identity.fingerprint-differs', { fingerprint: preview.value.fingerprint });
    const enrolled = await enrolCard(workspace, { roundId, path, expertId: expert.value });
    if (!enrolled.ok) return enrolled;
    const text =
      context.language === 'en'
        ? `Enrolled. The tasks of ${preview.value.name} are sealed to this key and need no code.`
        : `已登记。此后 ${preview.value.name} 的任务包用这把密钥封装，无需激活码。`;
    return ok({ json: { ...enrolled.value, name: preview.value.name }, text, exit: 0 });
  });

function isSame(typed: string, shown: string): boolean {
  const digits = (text: string): string =>
    text
      .normalize('NFKC')
      .replace(/^\s*sha256\s*:/i, '')
      .replaceAll(/\D/g, '');
  return digits(typed) === digits(shown);
}
