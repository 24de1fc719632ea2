import { z } from 'zod';
import { idSchema } from '../base/ids.ts';
import { lineSchema } from '../base/text.ts';

/** 专家 as the office keeps him. `field` is 领域/赛道 as written; `avoidUnits` are the units of 回避单位. */
export const expertSchema = z.strictObject({
  id: idSchema,
  name: lineSchema(60),
  unit: lineSchema(120, 0),
  title: lineSchema(60, 0),
  phone: lineSchema(40, 0),
  field: lineSchema(120, 0),
  avoidUnits: z.array(lineSchema(120)).max(100),
  leader: z.boolean(),
});
export type Expert = z.infer<typeof expertSchema>;
