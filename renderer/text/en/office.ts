import type { office as original } from '../zh-CN/office.ts';
import type { Texts } from '../texts.ts';

export const office: Texts<typeof original> = {
  title: 'Review office',
};
