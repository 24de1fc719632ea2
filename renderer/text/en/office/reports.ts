import type { reports as original } from '../../zh-CN/office/reports.ts';
import type { Texts } from '../../texts.ts';

export const reports: Texts<typeof original> = {};
