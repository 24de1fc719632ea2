import { z } from 'zod';
import { lineSchema } from '../base/text.ts';
import { headShape, isChained, recipientSchema } from './head.ts';

/** 公钥登记卡: an expert's keys, sent before the first task. It belongs to no round, and its sender has no id yet. */
export const cardPredicateSchema = z
  .strictObject({
    ...headShape,
    roundId: z.null(),
    expertId: z.null(),
    expert: z.strictObject({ name: lineSchema(60), unit: lineSchema(120, 0), recipient: recipientSchema }),
  })
  .refine(isChained, 'previous does not fit seq');
export type CardPredicate = z.infer<typeof cardPredicateSchema>;
