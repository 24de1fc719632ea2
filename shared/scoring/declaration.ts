import type { Sentence } from '../base/sentence.ts';

/**
 * 评审承诺: what an expert declares before signing, after the usual wording of government review panels. The Chinese
 * text is what the result package carries; the English one explains it on the screen.
 */
export const declaration: Sentence = {
  zh: [
    '本人郑重承诺：',
    '一、严格按照评审标准，独立、客观、公正地评审，所评分值和意见均为本人真实判断，未受任何单位和个人干预。',
    '二、与评审对象存在利益关系或其他可能影响公正评审情形的，本人均已申明回避。',
    '三、对申报材料、评审过程和评审结果严格保密，评审结束后不留存、不扩散申报材料。',
    '四、未收受评审对象及相关单位、个人的财物或其他利益。',
    '五、对本人提交的评审意见负责；如有违反，自愿承担相应责任。',
  ].join('\n'),
  en: [
    'I declare:',
    '1. I reviewed independently, objectively and fairly by the given rubric; the scores and opinions are my own judgement, without interference from anybody.',
    '2. I have recused myself wherever I have an interest in a candidate or anything else could impair a fair review.',
    '3. I keep the application materials, the review and its results confidential, and neither retain nor pass on the materials afterwards.',
    '4. I have accepted no property or other benefit from candidates or persons connected with them.',
    '5. I answer for the opinions that I hand in, and accept responsibility for any breach.',
  ].join('\n'),
};
