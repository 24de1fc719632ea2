import type { preview as original } from '../../zh-CN/office/preview.ts';
import type { Texts } from '../../texts.ts';

export const preview: Texts<typeof original> = {};
