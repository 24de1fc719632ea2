import type { round as original } from '../../zh-CN/office/round.ts';
import type { Texts } from '../../texts.ts';

export const round: Texts<typeof original> = {};
