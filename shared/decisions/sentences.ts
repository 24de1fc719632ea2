/** Codes of refused decisions and of locking with their sentences. */
export const decisionSentences = {
  'decision.round-draft': {
    zh: '批次“{{title}}”尚未下发任务包，不能记录决定。数据未作改动。请先完成下发。',
    en: 'The task packages of “{{title}}” have not been issued; no decision can be recorded yet. Nothing was changed. Issue them first.',
  },
  'decision.round-locked': {
    zh: '批次“{{title}}”已经锁定，不能再记录决定。数据未作改动。确需更正时，请由管理员先解除锁定并说明理由。',
    en: 'Round “{{title}}” is locked; no decision can be recorded. Nothing was changed. If a correction is needed, an admin must reopen it with a reason first.',
  },
  'decision.note-missing': {
    zh: '没有填写决定的理由说明。数据未作改动。请写明事实和依据后重试。',
    en: 'The decision has no explanation. Nothing was changed. State the facts and grounds, then try again.',
  },
  'decision.reason-unknown': {
    zh: '没有“{{reason}}”这一理由代码。数据未作改动。请改用下列代码之一：{{reasons}}。',
    en: 'There is no reason code “{{reason}}”. Nothing was changed. Use one of these: {{reasons}}.',
  },
  'decision.candidate-unknown': {
    zh: '本批次没有编号为“{{candidate}}”的评审对象。数据未作改动。请核对编号。',
    en: 'This round has no candidate “{{candidate}}”. Nothing was changed. Check the code.',
  },
  'decision.expert-unknown': {
    zh: '本批次没有专家“{{expert}}”。数据未作改动。请核对姓名；有同名专家时请用专家编号。',
    en: 'This round has no expert “{{expert}}”. Nothing was changed. Check the name; use the id when two share it.',
  },
  'decision.gate-unknown': {
    zh: '该评审对象的评分标准中没有否决项“{{gate}}”。数据未作改动。请从列表中选择。',
    en: 'The rubric of this candidate has no gate “{{gate}}”. Nothing was changed. Choose one from the list.',
  },
  'decision.not-tied': {
    zh: '所列评审对象不是同一名次的并列对象。决定只能给得分相同且其他规则也不能区分的评审对象排序，不能改变分数。数据未作改动。请列出并列的全部对象：{{with}}。',
    en: 'The candidates listed do not share a rank. A decision can only order candidates that are equal by every other rule; it cannot override scores. Nothing was changed. List all equals: {{with}}.',
  },
  'decision.unknown': {
    zh: '没有可以撤回的决定（{{id}}）。数据未作改动。请从记录中选择仍有效的否决、意见无效或弄虚作假处理决定。',
    en: 'There is no such decision to take back ({{id}}). Nothing was changed. Choose a veto, voiding or settlement that is still in force.',
  },
  'decision.already-in-force': {
    zh: '同样的决定已经记录在案并仍然有效。数据未作改动。如需更改，请先撤回原决定。',
    en: 'The same decision is already on record and in force. Nothing was changed. Take the earlier one back first.',
  },
  'decision.no-flags': {
    zh: '评审对象“{{candidate}}”没有专家标记弄虚作假，无需处理。数据未作改动。请核对编号。',
    en: 'No expert flagged fraud for “{{candidate}}”; there is nothing to settle. Nothing was changed. Check the code.',
  },
  'decision.draft-policy': {
    zh: '批次“{{title}}”还是草稿，无需记录决定。数据未作改动。请直接在“批次设置”中修改规则。',
    en: 'Round “{{title}}” is still a draft; change the rule in its set-up, no decision is needed. Nothing was changed.',
  },
  'decision.lock-not-issued': {
    zh: '批次“{{title}}”尚未下发任务包，不能锁定。数据未作改动。请先下发并收齐结果包。',
    en: 'The task packages of “{{title}}” have not been issued; it cannot be locked. Nothing was changed. Issue them and take in the results first.',
  },
  'decision.lock-already': {
    zh: '批次“{{title}}”已经锁定定稿。数据未作改动。请在“排名”页查看签名排名；确需更正时先解除锁定。',
    en: 'Round “{{title}}” is locked already. Nothing was changed. See its signed ranking on the ranking page; reopen it first if it must be corrected.',
  },
  'decision.lock-changed': {
    zh: '签名期间，批次“{{title}}”的评分或决定发生变化。批次未锁定，数据未作改动。请核对排名后重新锁定。',
    en: 'While the list was being signed, scores or decisions of “{{title}}” changed. The round was not locked and nothing was changed. Check the ranking, then lock again.',
  },
  'decision.lock-not-locked': {
    zh: '批次“{{title}}”没有锁定，无需解除。数据未作改动。请核对所选批次。',
    en: 'Round “{{title}}” is not locked. Nothing was changed. Check which round is chosen.',
  },
  'decision.lock-nothing': {
    zh: '批次“{{title}}”还没有任何评分，不能锁定。数据未作改动。请先收包。',
    en: 'Round “{{title}}” has no scores yet and cannot be locked. Nothing was changed. Take in the result packages first.',
  },
  'decision.lock-undecided': {
    zh: '入选线或候补线上有并列待定的评审对象（{{candidates}}）。批次未锁定，数据未作改动。请先记录专家组的集体复议决定。',
    en: 'Candidates are tied across the cut line or the end of the reserve list ({{candidates}}). The round was not locked and nothing was changed. Record the panel’s decision first.',
  },
  'decision.lock-fraud-unsettled': {
    zh: '下列评审对象有专家标记弄虚作假，尚未处理：{{candidates}}。批次未锁定，数据未作改动。请逐一核查并记录处理结果。',
    en: 'Experts flagged fraud for candidates that are not settled yet: {{candidates}}. The round was not locked and nothing was changed. Examine each and record the outcome.',
  },
  'decision.lock-outstanding': {
    zh: '还有 {{count}} 份评分表没有收到。批次未锁定，数据未作改动。请先催收；确需按现有评分表定稿时，请明确确认。',
    en: '{{count}} sheets are still outstanding. The round was not locked and nothing was changed. Ask for them, or confirm explicitly that the list is final without them.',
  },
} as const;

export type DecisionCode = keyof typeof decisionSentences;
