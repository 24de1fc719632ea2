import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { cleanText } from '#shared/base/text.ts';
import { formatVersion, packageExtensions } from '#shared/packages/package-kind.ts';
import type { SuiteName } from '#shared/packages/suite.ts';
import { attemptFile } from '../base/attempt-file.ts';
import { makeFileName, nameInFolder } from '../base/file-names.ts';
import { homeTime, traceHome, type Home } from '../home/home.ts';
import { sealPackage } from '../packages/seal-package.ts';
import { readCardOffice } from './card-office.ts';
import { ownCardKeys, retireCardKeys } from './own-keys.ts';

export type CardInput = {
  readonly name: string;
  readonly unit: string;
  readonly folder: string;
  /** That of the commission for which the card is, for it enrols no other; left out: of the newest task here. */
  readonly suite?: SuiteName | undefined;
  /** Makes new keys, because those of the card before were revoked. */
  readonly renew?: boolean;
};
export type MadeCard = { readonly path: string; readonly statement: string; readonly fingerprint: string };

/**
 * 制作公钥登记卡: writes the expert's public keys with his name and unit as a signed package without encryption; it holds no
 * secret. The office compares the fingerprint with him before it counts.
 */
export async function makeCard(home: Home, input: CardInput): Promise<Result<MadeCard>> {
  const name = tidy(input.name);
  if (name === '') return fail('identity.card-name-missing');
  const place = await attemptFile(input.folder, async () => mkdirSync(input.folder, { recursive: true }));
  if (!place.ok) return place;
  const suite = input.suite ?? readCardOffice(home).suite;
  if (input.renew === true) retireCardKeys(home, suite);
  const { signer, recipient } = await ownCardKeys(home, suite);
  const extension = packageExtensions.card;
  const path = join(input.folder, nameInFolder(input.folder, makeFileName(['公钥登记卡', name], extension), extension));
  const sealed = await sealPackage({
    path,
    kind: 'card',
    predicate: {
      formatVersion,
      suite: signer.suite,
      mode: 'official',
      critical: [],
      roundId: null,
      expertId: null,
      signer: { role: 'expert', publicKey: signer.publicKey, fingerprint: signer.fingerprint },
      audience: null,
      seq: 1,
      previous: null,
      issuedAt: homeTime(home),
      expert: { name, unit: tidy(input.unit), recipient },
    },
    signer,
    files: new Map(),
    lock: null,
  });
  if (!sealed.ok) return sealed;
  const { statement } = sealed.value;
  traceHome(home, null, { event: 'card-made', body: { statement } });
  return ok({ path, statement, fingerprint: signer.fingerprint });
}

function tidy(text: string): string {
  return cleanText(text).replaceAll('\n', ' ').trim();
}
