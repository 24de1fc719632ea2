import { z } from 'zod';
import type { TrackAgreement } from '../agreement/agreement.ts';
import type { Robustness } from '../agreement/robustness.ts';
import { idSchema } from '../base/ids.ts';
import { lineSchema } from '../base/text.ts';
import type { SavedFile } from './app-calls.ts';
import { call } from './call.ts';

export const pictureFormatSchema = z.enum(['png', 'svg']);
export type PictureFormat = z.infer<typeof pictureFormatSchema>;

/** The pictures of 分析, as the log names them. */
export const pictureKindSchema = z.enum(['heat', 'distribution', 'severity', 'ranks', 'bands', 'profile']);
export type PictureKind = z.infer<typeof pictureKindSchema>;

/** How far experts agree, with the names that figures are told with. */
export type AgreementView = {
  readonly tracks: readonly TrackAgreement[];
  readonly experts: readonly { readonly id: string; readonly name: string; readonly unit: string }[];
};

/** 分析: figures about a ranking; nothing changes, and only a picture that is saved is noted in the log. */
export const agreementCalls = {
  getAgreement: call<AgreementView>()(z.strictObject({ roundId: idSchema })),
  /** Long for large rounds: tells its progress and ends with `agreement.cancelled` when it is stopped. */
  testRobustness: call<Robustness>()(
    z.strictObject({
      roundId: idSchema,
      samples: z.int().min(50).max(100_000),
      seed: z
        .int()
        .min(0)
        .max(2 ** 31 - 1),
    }),
  ),
  /** Stops every analysis that runs. */
  stopAnalysis: call<null>()(z.strictObject({})),
  /** Asks where to save a picture, writes it; null when the dialog was cancelled. `content`: SVG text, or PNG in base 64. */
  savePicture: call<SavedFile | null>()(
    z.strictObject({
      roundId: idSchema,
      picture: pictureKindSchema,
      name: lineSchema(120),
      format: pictureFormatSchema,
      content: z.string().max(40_000_000),
    }),
  ),
};
