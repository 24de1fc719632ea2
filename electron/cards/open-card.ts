import { fail, ok, type Result } from '#shared/base/result.ts';
import type { CardPredicate } from '#shared/packages/card.ts';
import { checkSignerRole, wrongKind } from '#shared/packages/check-signer.ts';
import { smallCaps } from '#shared/packages/limits.ts';
import type { PackageCode } from '#shared/packages/sentences.ts';
import type { SignedStatement } from '../packages/envelope.ts';
import { openPackage } from '../packages/open-package.ts';
import { noSink } from '../packages/sink.ts';
import { dropStaged } from '../packages/stage-file.ts';

/** A card whose signature holds: it is whole, and whoever made it has the key. Whose it is, people compare. */
export type OpenedCard = { readonly card: CardPredicate; readonly statement: string };

/** Verifies a `.mtxcard` by itself. @param staging a folder of ours for the private copy */
export async function openCard(file: string, staging: string): Promise<Result<OpenedCard>> {
  const { outcome } = await openPackage({
    file,
    staging,
    caps: smallCaps,
    unlock: null,
    examine: examineCard,
    examineFiles: (_, [extra]) => (extra === undefined ? ok(null) : fail('package.extra-file', { entry: extra.path })),
    sink: () => noSink,
  });
  if (!outcome.ok) return outcome;
  const { staged, examined } = outcome.value;
  await dropStaged(staged);
  return ok(examined);
}

function examineCard(statement: SignedStatement): Result<OpenedCard, PackageCode> {
  if (statement.kind !== 'card') return wrongKind('card', statement.kind);
  const role = checkSignerRole(statement);
  return role.ok ? ok({ card: statement.predicate, statement: statement.hash }) : role;
}
