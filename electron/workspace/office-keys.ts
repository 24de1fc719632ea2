import { fail, ok, type Result } from '#shared/base/result.ts';
import type { MemberRole } from '#shared/identity/member.ts';
import { currentKey } from '#shared/packages/check-roster.ts';
import { listActive, type CommissionKey, type RosterBody } from '#shared/packages/roster.ts';
import { suiteSchema } from '#shared/packages/suite.ts';
import { identityToRecipient } from 'age-encryption';
import { basename } from 'node:path';
import { z } from 'zod';
import { isAgeIdentity } from '../identity/age.ts';
import type { OwnKeys } from '../identity/keys.ts';
import { readPublicKey, signingKeyFromSeed, type SigningKey } from '../identity/signing-key.ts';
import { readVault, writeVault, type VaultCode } from '../identity/vault.ts';
import { workspacePaths, type CommissionKeys } from './workspace.ts';

const numberedShape = { formatVersion: z.literal(1), roster: z.int().min(0), recipients: z.array(z.string()) };

/** `keys/sealing.age`, for every member: age identities that open results, the oldest first. */
const sealingSchema = z.strictObject({
  ...numberedShape,
  identities: z.array(z.string().refine(isAgeIdentity)).min(1).max(101),
});

/** `keys/signing.age`, for admins: the commission's signing secrets; two only while they are being rotated. */
const signingSchema = z.strictObject({
  ...numberedShape,
  keys: z
    .array(z.strictObject({ suite: suiteSchema, secret: z.base64().length(44) }))
    .min(1)
    .max(2),
});

type SigningSecret = z.infer<typeof signingSchema>['keys'][number];

/** The commission's secrets. `signing` is empty for staff, who cannot open it. */
export type OfficeSecrets = { readonly identities: readonly string[]; readonly signing: readonly SigningSecret[] };

/** For which roster the two files are sealed, and to whom. */
export type SealedFor = {
  readonly roster: number;
  readonly sealing: readonly string[];
  readonly signing: readonly string[];
};

export type OpenedSecrets = {
  readonly secrets: OfficeSecrets;
  readonly sealedFor: SealedFor;
  /** Number of the newest roster that the files know of. */
  readonly latest: number;
};

/** Opens what an identity may open: every member the sealing keys, admins the signing key too. */
export async function openSecrets(
  folder: string,
  identity: string,
  role: MemberRole,
): Promise<Result<OpenedSecrets, VaultCode>> {
  const sealing = await readVault(workspacePaths.sealing(folder), identity, sealingSchema);
  if (!sealing.ok) return sealing;
  const { identities, roster, recipients } = sealing.value;
  if (role === 'staff') {
    const sealedFor = { roster, sealing: recipients, signing: [] };
    return ok({ secrets: { identities, signing: [] }, sealedFor, latest: roster });
  }
  const signing = await readVault(workspacePaths.signing(folder), identity, signingSchema);
  if (!signing.ok) return signing;
  const { keys, roster: other, recipients: admins } = signing.value;
  return ok({
    secrets: { identities, signing: keys },
    sealedFor: { roster: Math.min(roster, other), sealing: recipients, signing: admins },
    latest: Math.max(roster, other),
  });
}

/** Who can open the files of a roster: members and the recovery key; admins and the recovery key. */
export function listRecipients({ members, recovery }: Pick<RosterBody, 'members' | 'recovery'>): {
  readonly sealing: readonly string[];
  readonly signing: readonly string[];
} {
  const active = listActive(members);
  const paper = recovery === null ? [] : [recovery.recipient];
  return {
    sealing: [...active.map(({ recipient }) => recipient), ...paper],
    signing: [...active.filter(({ role }) => role === 'admin').map(({ recipient }) => recipient), ...paper],
  };
}

/** Seals the commission's secrets, which only an admin holds together. Each file is replaced as a whole. */
export async function sealSecrets(
  folder: string,
  secrets: OfficeSecrets,
  sealedFor: SealedFor,
): Promise<Result<null, VaultCode>> {
  const { roster } = sealedFor;
  const sealing = await writeVault(
    workspacePaths.sealing(folder),
    { formatVersion: 1, roster, recipients: sealedFor.sealing, identities: secrets.identities },
    sealedFor.sealing,
  );
  if (!sealing.ok) return sealing;
  return writeVault(
    workspacePaths.signing(folder),
    { formatVersion: 1, roster, recipients: sealedFor.signing, keys: secrets.signing },
    sealedFor.signing,
  );
}

/** The commission's keys, and those of its secrets that they come from. */
export type LoadedKeys = { readonly keys: CommissionKeys; readonly secrets: OfficeSecrets };

/**
 * The commission's keys out of its secrets, as far as the signed roster names them: nobody can slip in a key of his own.
 */
export async function loadOfficeKeys(
  secrets: OfficeSecrets,
  role: MemberRole,
  roster: Pick<RosterBody, 'commission'>,
): Promise<Result<LoadedKeys, VaultCode>> {
  const byRecipient = new Map<string, string>();
  for (const identity of secrets.identities) byRecipient.set(await identityToRecipient(identity), identity);
  const current = currentKey(roster);
  const identity = byRecipient.get(current.recipient);
  const secret = secrets.signing.find((each) => loadSigner(each).fingerprint === current.fingerprint);
  const signer = role === 'staff' ? publicSigner(current) : secret === undefined ? null : loadSigner(secret);
  if (identity === undefined) return fail('identity.key-file-damaged', { file: basename(workspacePaths.sealing('')) });
  if (signer === null) return fail('identity.key-file-damaged', { file: basename(workspacePaths.signing('')) });
  const former = roster.commission.slice(0, -1).flatMap(({ fingerprint, recipient }) => {
    const held = byRecipient.get(recipient);
    return held === undefined ? [] : [{ fingerprint, identity: held }];
  });
  const keys: OwnKeys = { owner: 'commission', signer, identity, recipient: current.recipient };
  const identities = [...former.map((each) => each.identity), identity];
  const signing = secret === undefined ? [] : [secret];
  return ok({ keys: { ...keys, former }, secrets: { identities, signing } });
}

function loadSigner({ suite, secret }: SigningSecret): SigningKey {
  return signingKeyFromSeed(Buffer.from(secret, 'base64'), suite);
}

/** The public half alone, for staff: what signs with it is a bug, for every such act asks `authorise` first. */
function publicSigner({ publicKey, fingerprint }: CommissionKey): SigningKey | null {
  const key = readPublicKey(publicKey);
  if (key === null) return null;
  return {
    suite: key.suite,
    publicKey,
    fingerprint,
    sign: () => {
      throw new Error('the signing key of the commission is sealed to its admins');
    },
  };
}
