/** Codes of assignment refusals with their sentences. */
export const assignmentSentences = {
  'assignment.no-candidates': {
    zh: '本批次还没有评审对象，无法分配专家。数据未作改动。请先导入评审对象。',
    en: 'This round has no candidates yet, so no expert can be assigned. Nothing was changed. Import the candidates first.',
  },
  'assignment.no-experts': {
    zh: '本批次还没有专家，无法分配。数据未作改动。请先导入专家名单。',
    en: 'This round has no experts yet. Nothing was changed. Import the experts first.',
  },
  'assignment.per-candidate': {
    zh: '每个评审对象的专家人数应为 1 至 {{experts}} 之间的整数，现为 {{wanted}}。数据未作改动。请重新填写人数。',
    en: 'The number of experts per candidate must be a whole number from 1 to {{experts}}, not {{wanted}}. Nothing was changed. Enter it again.',
  },
  'assignment.nobody-free': {
    zh: '评审对象“{{candidate}}”没有可分配的专家：符合赛道的专家均须回避。原有分配未作改动。请增补专家后重新分配。',
    en: 'Nobody may score candidate “{{candidate}}”: every expert of its track has a conflict. The assignment is unchanged. Add experts, then assign again.',
  },
  'assignment.too-few-experts': {
    zh: '评审对象“{{candidate}}”需要 {{wanted}} 位专家，除去回避后只有 {{assigned}} 位，已全部分配。其他分配不受影响。可增补专家后重新分配，或减少每个评审对象的专家人数。',
    en: 'Candidate “{{candidate}}” needs {{wanted}} experts; only {{assigned}} are free of conflicts, and all of them were assigned. Other candidates are not affected. Add experts and assign again, or ask for fewer experts per candidate.',
  },
  'assignment.unknown-pair': {
    zh: '本批次中没有这位专家或这个评审对象。数据未作改动。请刷新页面后重新选择。',
    en: 'This round has no such expert or candidate. Nothing was changed. Reload the page and choose again.',
  },
} as const;

export type AssignmentCode = keyof typeof assignmentSentences;
