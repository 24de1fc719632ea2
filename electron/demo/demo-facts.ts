import { noFacts, type FormFacts } from '#shared/reports/facts.ts';

const day = 86_400_000;

/** Invented facts for the notice of a demo round: dated today in China, shown from tomorrow on. */
export function demoFacts(now: number): FormFacts {
  const dayAfter = (days: number): string => new Date(now + 8 * 3_600_000 + days * day).toISOString().slice(0, 10);
  return {
    ...noFacts,
    office: '满天星评审办（演示）',
    documentNumber: `演示公示〔${dayAfter(0).slice(0, 4)}〕1号`,
    dated: dayAfter(0),
    noticeFrom: dayAfter(1),
    contact: '评审办工作人员（演示）',
    phone: '023-00000000',
    address: '重庆市示例区示例路1号',
    reviewedOn: dayAfter(-1),
    reviewedAt: '第一会议室（演示）',
  };
}
