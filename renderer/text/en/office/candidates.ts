import type { candidates as original } from '../../zh-CN/office/candidates.ts';
import type { Texts } from '../../texts.ts';

export const candidates: Texts<typeof original> = {};
