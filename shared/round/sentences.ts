/** Codes of set-up refusals with their sentences. */
export const roundSentences = {
  'round.unknown': {
    zh: '工作区中没有该批次（{{id}}）。数据未作改动。请核对批次编号，或在总览中重新选择批次。',
    en: 'This workspace has no such round ({{id}}). Nothing was changed. Check the round id or choose the round again.',
  },
  'round.not-draft': {
    zh: '批次“{{title}}”的任务包已经下发，设置已固化，不能再修改。数据未作改动。确需调整时，请另建批次。',
    en: 'The task packages of “{{title}}” have been issued; its set-up is frozen. Nothing was changed. Create another round if changes are needed.',
  },
  'round.design-invalid': {
    zh: '批次设置不完整或有误：{{problem}}。数据未作改动。请修改后重新保存。',
    en: 'The set-up of the round is incomplete or wrong: {{problem}}. Nothing was changed. Correct it and save again.',
  },
  'round.quota-mismatch': {
    zh: '总名额（{{total}}）与各赛道名额之和（{{sum}}）不一致。数据未作改动。请调整后重新保存。',
    en: 'The total quota ({{total}}) differs from the sum of the tracks’ quotas ({{sum}}). Nothing was changed. Adjust and save again.',
  },
  'round.track-in-use': {
    zh: '赛道“{{track}}”下已有评审对象，不能删除。数据未作改动。请先移除或调整这些评审对象。',
    en: 'Track “{{track}}” has candidates and cannot be removed. Nothing was changed. Remove or move those candidates first.',
  },
  'round.track-unknown': {
    zh: '本批次没有名为“{{track}}”的赛道。数据未作改动。请核对赛道名称。',
    en: 'This round has no track “{{track}}”. Nothing was changed. Check the name of the track.',
  },
  'round.title-missing': {
    zh: '批次名称为空或过长（不超过 120 字）。数据未作改动。请填写批次名称。',
    en: 'The title of the round is empty or longer than 120 characters. Nothing was changed. Enter a title.',
  },
  'round.template-unknown': {
    zh: '没有名为“{{name}}”的模板。数据未作改动。请从模板列表中选择。',
    en: 'There is no template named “{{name}}”. Nothing was changed. Choose one from the list of templates.',
  },
  'round.template-invalid': {
    zh: '模板文件“{{name}}”无法使用：{{problem}}。数据未作改动。请检查文件内容，或改用内置模板。',
    en: 'The template file “{{name}}” cannot be used: {{problem}}. Nothing was changed. Check the file or use a built-in template.',
  },
  'round.template-unreadable': {
    zh: '“{{name}}”不是模板文件（应为 UTF-8 编码的 JSON 文件，不超过 1 MB）。数据未作改动。请重新选择文件，或改用内置模板。',
    en: '“{{name}}” is not a template file (UTF-8 JSON of at most 1 MB). Nothing was changed. Choose another file or use a built-in template.',
  },
  'round.changed': {
    zh: '生成任务包期间，批次“{{title}}”的设置、评审对象、专家或分配被改动。没有留下任何文件，批次没有下发。请核对后重新下发。',
    en: 'While the packages were being made, the set-up, candidates, experts or assignment of “{{title}}” were changed. No file was left and the round was not issued. Check it, then issue again.',
  },
  'round.no-candidates': {
    zh: '批次“{{title}}”还没有评审对象。没有生成任何文件。请先在“评审对象”中导入。',
    en: 'Round “{{title}}” has no candidates yet. No file was written. Import the candidates first.',
  },
  'round.no-experts': {
    zh: '批次“{{title}}”还没有专家。没有生成任何文件。请先在“专家与分配”中导入专家。',
    en: 'Round “{{title}}” has no experts yet. No file was written. Import the experts first.',
  },
  'round.not-issued': {
    zh: '批次“{{title}}”尚未下发任务包，没有激活码可打印。没有生成任何文件。请先下发。',
    en: 'The task packages of “{{title}}” have not been issued; there are no codes to print. No file was written. Issue them first.',
  },
  'round.not-assigned': {
    zh: '批次“{{title}}”尚未分配专家。没有生成任何文件。请先在“专家与分配”中完成分配。',
    en: 'The experts of “{{title}}” have not been assigned yet. No file was written. Assign them first.',
  },
  'round.candidate-without-expert': {
    zh: '评审对象“{{candidate}}”没有分配到专家。没有生成任何文件。请重新分配或增补专家后再下发。',
    en: 'Nobody is assigned to candidate “{{candidate}}”. No file was written. Assign again or add experts, then issue.',
  },
} as const;

export type RoundCode = keyof typeof roundSentences;
