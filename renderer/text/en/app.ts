import type { app as original } from '../zh-CN/app.ts';
import type { Texts } from '../texts.ts';

export const app: Texts<typeof original> = {
  title: 'Mantianxing Review Workbench',
};
