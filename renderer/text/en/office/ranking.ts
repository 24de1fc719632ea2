import type { ranking as original } from '../../zh-CN/office/ranking.ts';
import type { Texts } from '../../texts.ts';

export const ranking: Texts<typeof original> = {};
