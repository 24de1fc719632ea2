import type { tasks as original } from '../../zh-CN/office/tasks.ts';
import type { Texts } from '../../texts.ts';

export const tasks: Texts<typeof original> = {};
