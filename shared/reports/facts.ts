import { z } from 'zod';
import { lineSchema } from '../base/text.ts';
import { daySchema } from './day.ts';

const optionalDay = daySchema.or(z.literal(''));

/** What forms need to know beside the round: asked in the window, kept with the round. Empty texts are not known yet. */
export const formFactsSchema = z.strictObject({
  /** 发文机关, as it signs. */
  office: lineSchema(60, 0),
  /** 文号, for example 渝经信公示〔2026〕12号. */
  documentNumber: lineSchema(40, 0),
  /** 依据文件, as it is cited in the notice. */
  basis: lineSchema(200, 0),
  /** 成文日期. */
  dated: optionalDay,
  /** First day of the notice. */
  noticeFrom: optionalDay,
  workingDays: z.int().min(1).max(60),
  /** Last day of the notice when somebody chose it; else it is worked out. */
  noticeUntil: optionalDay,
  /** Days off besides weekends and the holidays that the program knows. */
  daysOff: z.array(daySchema).max(60),
  /** Who takes objections, and how to reach him. */
  contact: lineSchema(60, 0),
  phone: lineSchema(60, 0),
  address: lineSchema(120, 0),
  postcode: lineSchema(10, 0),
  email: lineSchema(80, 0),
  /** When and where the panel met. */
  reviewedOn: optionalDay,
  reviewedAt: lineSchema(80, 0),
});
export type FormFacts = z.infer<typeof formFactsSchema>;

/** Nothing known yet; five working days, as such notices usually stand. */
export const noFacts: FormFacts = {
  office: '',
  documentNumber: '',
  basis: '',
  dated: '',
  noticeFrom: '',
  workingDays: 5,
  noticeUntil: '',
  daysOff: [],
  contact: '',
  phone: '',
  address: '',
  postcode: '',
  email: '',
  reviewedOn: '',
  reviewedAt: '',
};

/** Without these a notice says neither how long it stands nor where to object. */
export const neededForNotice = ['office', 'dated', 'noticeFrom', 'contact', 'phone', 'address'] as const;
export type NeededFact = (typeof neededForNotice)[number];

/** What a notice still lacks. */
export function missingFacts(facts: FormFacts): NeededFact[] {
  return neededForNotice.filter((name) => facts[name].trim() === '');
}

/**
 * A document number with the brackets that official documents use (GB/T 9704-2012, 7.2.5: 六角括号〔〕); the number itself is kept
 * as written.
 */
export function tidyDocumentNumber(text: string): string {
  return text
    .replaceAll(/[[【［(（〔]\s*(\d{4})\s*[\]】］)）〕]/g, '〔$1〕')
    .replaceAll(/\s+/g, '')
    .trim();
}
