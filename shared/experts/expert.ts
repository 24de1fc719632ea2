import { z } from 'zod';
import { idSchema } from '../base/ids.ts';
import { lineSchema } from '../base/text.ts';

/** 专家 as the office keeps him. `avoidUnits` are the units of 回避单位; `tracks` holds track names, empty for all. */
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
