/** Codes of scoring refusals with their sentences. */
export const scoringSentences = {
  'scoring.out-of-range': {
    zh: '“{{criterion}}”的分值应在 0 至 {{max}} 分之间。原有分值未变。请重新填写。',
    en: '“{{criterion}}” takes 0 to {{max}} points. The earlier value is kept. Enter it again.',
  },
  'scoring.off-step': {
    zh: '“{{criterion}}”按 {{step}} 分一档打分。原有分值未变。请按档填写。',
    en: '“{{criterion}}” is scored in steps of {{step}}. The earlier value is kept. Enter a multiple of the step.',
  },
  'scoring.unknown-criterion': {
    zh: '评分标准中没有指标“{{criterion}}”。数据未作改动。请核对评分文件的列名。',
    en: 'The rubric has no criterion “{{criterion}}”. Nothing was changed. Check the column names of the scores.',
  },
  'scoring.unknown-gate': {
    zh: '评分标准中没有否决项“{{gate}}”。数据未作改动。请核对否决项名称。',
    en: 'The rubric has no gate “{{gate}}”. Nothing was changed. Check the name of the gate.',
  },
  'scoring.points-while-out': {
    zh: '已回避或弃权的评审对象不能打分。数据未作改动。如需打分，请先撤销回避或弃权。',
    en: 'A candidate recused from or abstained on cannot be scored. Nothing was changed. Withdraw the recusal or abstention first.',
  },
  'scoring.unknown-candidate': {
    zh: '任务中没有评审对象“{{candidate}}”。数据未作改动。请核对编号。',
    en: 'The task has no candidate “{{candidate}}”. Nothing was changed. Check its code.',
  },
  'scoring.unknown-task': {
    zh: '本机没有该评审任务。数据未作改动。请先打开任务包。',
    en: 'This machine does not hold that task. Nothing was changed. Open the task package first.',
  },
  'scoring.incomplete': {
    zh: '还有 {{count}} 个评审对象未完成，例如“{{candidate}}”。已填内容均已保存。请补齐后再提交。',
    en: '{{count}} candidates are not finished, for example “{{candidate}}”. Everything entered is saved. Complete them, then submit.',
  },
  'scoring.reason-missing': {
    zh: '更正提交须说明理由。数据未作改动。请填写更正理由后再提交。',
    en: 'A correction needs a reason. Nothing was changed. Enter the reason, then submit.',
  },
  'scoring.locked': {
    zh: '评审数据已锁定，暂不能读取或修改。已保存的内容都在，没有丢失。请输入口令解锁后继续。',
    en: 'The review data are locked and can be neither read nor changed. Everything that was saved is still there. Enter the passphrase to unlock them, then go on.',
  },
  'scoring.scores-file': {
    zh: '评分文件无法使用：{{problem}}（第 {{row}} 行）。数据未作改动。请修改后重试。',
    en: 'The scores file cannot be used: {{problem}} (row {{row}}). Nothing was changed. Correct it and try again.',
  },
} as const;

export type ScoringCode = keyof typeof scoringSentences;
