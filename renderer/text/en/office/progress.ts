import type { progress as original } from '../../zh-CN/office/progress.ts';
import type { Texts } from '../../texts.ts';

export const progress: Texts<typeof original> = {};
