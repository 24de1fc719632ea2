// The legal form says nothing about who it is: offices write 渝拟软件有限公司, 渝拟软件有限责任公司 and 渝拟软件 for the same firm.
// 集团, 分公司, 研究院 and the like do, and stay.
const legalForm = /(?:股份有限公司|有限责任公司|有限公司|股份公司)$/;
const sampleMark = /\(示例\)$/;

/** A shorter stem ("重庆", "科技") would be too common to stand for a firm. */
const shortestStem = 4;

/**
 * What a unit's name is compared by: full-width forms folded, spaces and punctuation between words dropped, lower case,
 * without the mark of fictional units and without the legal form. Empty for an empty name.
 */
export function unitKey(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s·•,.、。'"“”‘’\-_]/g, '')
    .replaceAll(/[〔【[{]/g, '(')
    .replaceAll(/[〕】\]}]/g, ')')
    .replace(sampleMark, '');
  const stem = plain.replace(legalForm, '');
  return stem.length >= shortestStem ? stem : plain.replace(/有限责任公司$/, '有限公司');
}
