import { expert as en } from './en/expert.ts';
import { addTexts } from './i18n.ts';
import { expert as zh } from './zh-CN/expert.ts';

// Imported by the expert side’s entry module, so that its words load with it.
addTexts('expert', { zh, en });
