import { basename } from 'node:path';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { formatFingerprint } from '#shared/identity/fingerprint.ts';
import type { CardPreview } from '#shared/ipc/card-views.ts';
import type { RosterBody, RosterKey } from '#shared/packages/roster.ts';
import { suites } from '#shared/packages/suite.ts';
import { findActiveKey, isRevokedKey } from '../experts/expert-keys.ts';
import { loadExperts } from '../experts/list-experts.ts';
import { loadRound } from '../round/load-round.ts';
import { authorise } from '../workspace/authorise.ts';
import { signRoster } from '../workspace/sign-roster.ts';
import { workspacePaths, type UnlockedWorkspace } from '../workspace/workspace.ts';
import { openCard, type OpenedCard } from './open-card.ts';

type CardFile = { readonly roundId: string; readonly path: string };

/** Reads a card before it is enrolled: whose it says it is, and whom of the round that fits. */
export async function previewCard(
  workspace: UnlockedWorkspace,
  { roundId, path }: CardFile,
): Promise<Result<CardPreview>> {
  const round = loadRound(workspace.db, roundId);
  if (!round.ok) return round;
  const opened = await openFitting(workspace, path);
  if (!opened.ok) return opened;
  const { expert, signer } = opened.value.card;
  const fitting = loadExperts(workspace.db, roundId).filter(({ name }) => name === expert.name);
  const [only] = fitting.length > 1 ? fitting.filter(({ unit }) => unit === expert.unit) : fitting;
  return ok({
    file: basename(path),
    name: expert.name,
    unit: expert.unit,
    fingerprint: formatFingerprint(signer.fingerprint),
    expertId: only?.id ?? null,
    known: findActiveKey(workspace.db, only?.id ?? '')?.fingerprint === signer.fingerprint,
  });
}

/** A card whose key the tasks of this workspace can go with: one of its own signature suite. */
async function openFitting({ folder, about }: UnlockedWorkspace, path: string): Promise<Result<OpenedCard>> {
  const opened = await openCard(path, workspacePaths.staging(folder));
  if (!opened.ok) return opened;
  const { suite } = opened.value.card;
  if (suite === about.suite) return opened;
  const names = { suite: suites[suite].standard, expected: suites[about.suite].standard };
  return fail('identity.card-suite', { file: basename(path), ...names });
}

export type EnrolInput = CardFile & { readonly expertId: string };

/**
 * 登记公钥: pins the key of a card to an expert through the next roster, after people have compared the fingerprint. From
 * then on his tasks are sealed to it and need no code. Refused while he has another key, and for a key once revoked.
 */
export async function enrolCard(
  workspace: UnlockedWorkspace,
  { roundId, path, expertId }: EnrolInput,
): Promise<Result<{ readonly expertId: string; readonly fingerprint: string }>> {
  const allowed = authorise(workspace, 'enrol');
  if (!allowed.ok) return allowed;
  const round = loadRound(workspace.db, roundId);
  if (!round.ok) return round;
  const opened = await openFitting(workspace, path);
  if (!opened.ok) return opened;
  const expert = loadExperts(workspace.db, roundId).find(({ id }) => id === expertId);
  if (expert === undefined) return fail('decision.expert-unknown', { expert: expertId });
  const { fingerprint } = opened.value.card.signer;
  if (isRevokedKey(workspace.db, fingerprint)) return fail('package.revoked', { file: basename(path) });
  const active = findActiveKey(workspace.db, expertId);
  if (active !== undefined && active.fingerprint !== fingerprint)
    return fail('identity.key-in-force', { expert: expert.name });
  const signed = await signRoster(workspace, (roster, now) => pinKey(roster, expertId, opened.value, now));
  if (!signed.ok) return signed;
  workspace.db
    .prepare(`UPDATE expert_keys SET origin = 'card' WHERE expert_id = ? AND fingerprint = ?`)
    .run(expertId, fingerprint);
  return ok({ expertId, fingerprint });
}

function pinKey(
  roster: RosterBody,
  expertId: string,
  { card }: OpenedCard,
  pinnedAt: string,
): Result<{ readonly body: RosterBody }> {
  const { publicKey, fingerprint } = card.signer;
  const owner = roster.experts.find(({ keys }) => keys.some((each) => each.fingerprint === fingerprint));
  if (owner !== undefined && owner.id !== expertId) return fail('identity.key-of-another');
  if (owner !== undefined) return ok({ body: roster });
  const key: RosterKey = { publicKey, fingerprint, recipient: card.expert.recipient, pinnedAt, revoked: null };
  const entry = roster.experts.find(({ id }) => id === expertId) ?? { id: expertId, keys: [] };
  const others = roster.experts.filter(({ id }) => id !== expertId);
  return ok({ body: { ...roster, experts: [...others, { ...entry, keys: [...entry.keys, key] }] } });
}
