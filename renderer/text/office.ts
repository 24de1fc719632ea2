import { office as en } from './en/office.ts';
import { addTexts } from './i18n.ts';
import { office as zh } from './zh-CN/office.ts';

// Imported by the office's entry module, so that its words load with it.
addTexts('office', { zh, en });
