import { z } from 'zod';
import { idSchema } from '../base/ids.ts';
import { lineSchema, textSchema } from '../base/text.ts';
import { suiteSchema } from '../packages/suite.ts';
import { grantIdSchema, type SavedFile } from './app-calls.ts';
import { call } from './call.ts';
import type { CardOffice, CardPreview, CardView } from './card-views.ts';
import type { IssuedTask, SavedPlace } from './office-views.ts';

/** The office and experts' keys: cards in, revocations, tasks issued again. */
export const officeCardCalls = {
  /** Reads a card; nothing is stored. */
  previewCard: call<CardPreview>()(z.strictObject({ roundId: idSchema, file: grantIdSchema })),
  /** Pins the card's key to an expert, after people have compared the fingerprint. */
  enrolCard: call<{ readonly expertId: string; readonly fingerprint: string }>()(
    z.strictObject({ roundId: idSchema, file: grantIdSchema, expertId: idSchema, compared: z.literal(true) }),
  ),
  revokeExpertKeys: call<{ readonly revoked: number }>()(
    z.strictObject({ expertId: idSchema, reason: textSchema(500, 1) }),
  ),
  /** Seals one expert's task anew into a folder. */
  reissueTask: call<{ readonly task: IssuedTask; readonly folder: SavedPlace }>()(
    z.strictObject({ roundId: idSchema, expertId: idSchema, folder: grantIdSchema }),
  ),
};

/** The expert's own card. */
export const expertCardCalls = {
  /** Asks for a folder, writes the card; null when that was cancelled. */
  makeCard: call<(CardView & { readonly file: SavedFile }) | null>()(
    z.strictObject({
      name: lineSchema(60),
      unit: lineSchema(120, 0),
      suite: suiteSchema,
      /** With new keys, because the office has revoked those of the card before. */
      renew: z.boolean(),
    }),
  ),
  /** For whom a card will probably be: the office of the newest task here. */
  readCardOffice: call<CardOffice>()(z.strictObject({})),
  /** 更换密钥: results of the task are signed with new keys from now on. */
  renewTaskKeys: call<{ readonly fingerprint: string }>()(z.strictObject({ taskId: idSchema })),
};
