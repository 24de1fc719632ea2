import type { experts as original } from '../../zh-CN/office/experts.ts';
import type { Texts } from '../../texts.ts';

export const experts: Texts<typeof original> = {};
