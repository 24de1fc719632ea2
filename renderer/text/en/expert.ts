import type { expert as original } from '../zh-CN/expert.ts';
import type { Texts } from '../texts.ts';

export const expert: Texts<typeof original> = {
  title: 'Expert',
};
