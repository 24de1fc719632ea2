import type { Sentence } from '../base/sentence.ts';

/**
 * Grounds of a recorded decision. Corrections after the fact and grounds of a re-review follow government procurement
 * practice (procedure and rules, "Aggregation rules"); the others are ours.
 */
export const decisionReasons = {
  eligibility: { zh: '资格性审查错误', en: 'error in checking eligibility' },
  conformity: { zh: '符合性审查错误', en: 'error in checking conformity' },
  sum: { zh: '汇总计算错误', en: 'error in adding up' },
  range: { zh: '分项超范围', en: 'an item out of its range' },
  objective: { zh: '客观项错误', en: 'error in an objective item' },
  composition: { zh: '组成不合规', en: 'panel not composed by the rules' },
  recusal: { zh: '应回避未回避', en: 'should have recused and did not' },
  discipline: { zh: '违反纪律', en: 'breach of discipline' },
  interference: { zh: '非法干预', en: 'unlawful interference' },
  spread: { zh: '分差过大', en: 'scores too far apart' },
  ineligible: { zh: '形式审查不合格', en: 'failed the formal examination' },
  fraud: { zh: '弄虚作假', en: 'fraudulent material' },
  panel: { zh: '集体复议', en: 'deliberation of the panel' },
  objection: { zh: '异议处理', en: 'handling of an objection' },
  rules: { zh: '汇总规则调整', en: 'change of the aggregation rule' },
  other: { zh: '其他', en: 'other' },
} as const satisfies Readonly<Record<string, Sentence>>;

export type DecisionReason = keyof typeof decisionReasons;

/** Finds a reason by its code or by its Chinese name, as people type it. */
export function findReason(text: string): DecisionReason | null {
  for (const [code, { zh }] of Object.entries(decisionReasons)) {
    if ((code === text || zh === text) && isReason(code)) return code;
  }
  return null;
}

function isReason(code: string): code is DecisionReason {
  return Object.hasOwn(decisionReasons, code);
}
