/** Kinds of faults of imported experts with their sentences. */
export const expertSentences = {
  'experts.name-missing': {
    zh: '没有姓名，该行暂不导入；其余行不受影响。请补填姓名。',
    en: 'The name is missing; the row is held, the others are not affected. Enter a name.',
  },
  'experts.unit-missing': {
    zh: '没有单位，无法核查回避，该行暂不导入；其余行不受影响。请补填单位。',
    en: 'The unit is missing, so conflicts cannot be checked; the row is held, the others are not affected. Enter the unit.',
  },
  'experts.repeated': {
    zh: '“{{name}}”与第 {{first}} 行是同一位专家（姓名、单位相同），该行暂不导入；先出现的一行不受影响。如是两人，请各填手机号。',
    en: '“{{name}}” is the same expert as in row {{first}} (same name and unit); this row is held, the first is not affected. If they are two persons, give each a telephone number.',
  },
  'experts.exists': {
    zh: '批次中已有专家“{{name}}”（姓名、单位相同），该行暂不导入；已有数据未作改动。如是另一人，请填写不同的手机号。',
    en: 'The round already has the expert “{{name}}” (same name and unit); the row is held, nothing was changed. If this is somebody else, give another telephone number.',
  },
  'experts.same-name': {
    zh: '“{{name}}”与第 {{first}} 行姓名、单位相同而手机号不同，按两位专家处理。请核对。',
    en: '“{{name}}” has the name and unit of row {{first}} but another telephone number; they count as two experts. Check it.',
  },
  'experts.several-leaders': {
    zh: '第 {{first}} 行已有组长，这里又有一位。请确认是否分组各设组长。',
    en: 'Row {{first}} already names a leader, and here is another. Check whether each group has its own.',
  },
  'experts.avoid-units-too-long': {
    zh: '回避单位超过 {{count}} 个，或其中一个超过 {{length}} 字，该行暂不导入；其余行不受影响。请用顿号或分号分隔单位名称。',
    en: 'There are more than {{count}} units to avoid, or one is longer than {{length}} characters; the row is held, the others are not affected. Separate them by 、 or ;.',
  },
} as const;

export type ExpertCode = keyof typeof expertSentences;
