import type { intake as original } from '../../zh-CN/office/intake.ts';
import type { Texts } from '../../texts.ts';

export const intake: Texts<typeof original> = {};
