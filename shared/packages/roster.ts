import { z } from 'zod';
import { idSchema, sha256Schema, timeSchema } from '../base/ids.ts';
import { lineSchema, textSchema } from '../base/text.ts';
import { memberRoleSchema } from '../identity/member.ts';
import { base64Schema, headShape, isChained, recipientSchema } from './head.ts';

/** A signing key as statements name it: base64 of its SPKI DER, and the SHA-256 of that DER. */
export const namedKeyShape = { publicKey: base64Schema.min(4).max(400), fingerprint: sha256Schema };

/** A pair of keys: one signs, the other opens what is sealed to `recipient`. */
export const keyPairShape = { ...namedKeyShape, recipient: recipientSchema };

/** An envelope inside a statement: base64 of the bytes of its `statement.dsse.json`. */
export const innerEnvelopeSchema = base64Schema.min(4).max(20_000);

/** 轮换声明: the commission's key names the one that takes its place; signed by the old key. Holds nobody's name. */
export const rotationPredicateSchema = z
  .strictObject({
    ...headShape,
    roundId: z.null(),
    expertId: z.null(),
    workspace: idSchema,
    next: z.strictObject(keyPairShape),
  })
  .refine(isChained, 'previous does not fit seq');
export type RotationPredicate = z.infer<typeof rotationPredicateSchema>;

/** 成员证明: the commission's key vouches for one member's key and role, without anybody's name. It is no chain: seq 1. */
export const membershipPredicateSchema = z
  .strictObject({
    ...headShape,
    roundId: z.null(),
    expertId: z.null(),
    workspace: idSchema,
    member: z.strictObject({ ...namedKeyShape, role: memberRoleSchema }),
  })
  .refine(isChained, 'previous does not fit seq');
export type MembershipPredicate = z.infer<typeof membershipPredicateSchema>;

const rosterMemberSchema = z.strictObject({
  id: idSchema,
  name: lineSchema(60),
  role: memberRoleSchema,
  ...keyPairShape,
  since: timeSchema,
  /** When he left; null while he may sign in. Members who left stay listed. */
  until: timeSchema.nullable(),
  /** His 成员证明 by the commission's key of the day. */
  membership: innerEnvelopeSchema,
});
export type RosterMember = z.infer<typeof rosterMemberSchema>;

const rosterKeySchema = z.strictObject({
  ...keyPairShape,
  /** When the key was pinned by a first result, or enrolled from a card. */
  pinnedAt: timeSchema,
  revoked: z.strictObject({ at: timeSchema, reason: textSchema(500) }).nullable(),
});
export type RosterKey = z.infer<typeof rosterKeySchema>;

const rosterExpertSchema = z.strictObject({ id: idSchema, keys: z.array(rosterKeySchema).min(1).max(100) });
export type RosterExpert = z.infer<typeof rosterExpertSchema>;

const commissionKeySchema = z.strictObject({ ...keyPairShape, since: timeSchema });
export type CommissionKey = z.infer<typeof commissionKeySchema>;

const rosterShape = {
  workspace: idSchema,
  office: lineSchema(60),
  /** The commission's keys, the oldest first; the last one signs now. */
  commission: z.array(commissionKeySchema).min(1).max(100),
  /** One 轮换声明 for each change from one key to the next. */
  rotations: z.array(innerEnvelopeSchema).max(99),
  /** 恢复密钥 on paper: its age recipient; null when none was made. */
  recovery: z.strictObject({ recipient: recipientSchema, since: timeSchema }).nullable(),
  members: z.array(rosterMemberSchema).min(1).max(1000),
  experts: z.array(rosterExpertSchema).max(100_000),
};

const rosterBodySchema = z.strictObject(rosterShape);
/** What a roster says; the head comes with signing. */
export type RosterBody = z.infer<typeof rosterBodySchema>;

/** 名册: who belongs to the commission and whose keys count, as one numbered statement; each names the one before. */
export const rosterPredicateSchema = z
  .strictObject({ ...headShape, roundId: z.null(), expertId: z.null(), ...rosterShape })
  .refine(isChained, 'previous does not fit seq')
  .refine(({ commission, rotations }) => rotations.length === commission.length - 1, 'rotations do not fit keys')
  .refine(({ commission }) => isUnique(commission.map(({ fingerprint }) => fingerprint)), 'commission keys repeat')
  .refine(({ members }) => isUnique(members.map(({ id }) => id)), 'member ids repeat')
  .refine(({ members }) => isUnique(listActive(members).map(({ name }) => name)), 'member names repeat')
  .refine(({ members }) => isUnique(members.map(({ fingerprint }) => fingerprint)), 'member keys repeat')
  .refine(({ members }) => listActive(members).some(({ role }) => role === 'admin'), 'no admin')
  .refine(({ experts }) => isUnique(experts.map(({ id }) => id)), 'expert ids repeat')
  .refine(
    ({ experts }) => isUnique(experts.flatMap(({ keys }) => keys.map(({ fingerprint }) => fingerprint))),
    'expert keys repeat',
  );
export type RosterPredicate = z.infer<typeof rosterPredicateSchema>;

/** Members who may sign in. */
export function listActive<Each extends { readonly until: string | null }>(members: readonly Each[]): Each[] {
  return members.filter(({ until }) => until === null);
}

function isUnique(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
