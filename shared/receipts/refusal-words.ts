import type { Sentence } from '../base/sentence.ts';

const tampered: Sentence = {
  zh: '结果包在送达前已损坏或被改动，评审办没有采用。您本机的评分没有丢失。请把原来保存的结果包重新送交，或再次提交。',
  en: 'The package was damaged or changed on its way and was not used. Your scores on this computer are safe. Hand in the saved package again, or submit once more.',
};

const unknownKey: Sentence = {
  zh: '评审办无法确认这份结果出自您本人登记的密钥，没有采用。您本机的评分没有丢失。请联系评审办核对密钥指纹（见任务的“评审须知”）；换过电脑或密钥的，请用重新下发的任务提交。',
  en: 'The office could not tie this package to your enrolled key and did not use it. Your scores on this computer are safe. Compare the fingerprint of your key (the task’s briefing shows it) with the office; if you changed computers or keys, submit with a task issued anew.',
};

const otherTask: Sentence = {
  zh: '这份结果对应的任务不是评审办当前下发给您的，没有采用。您本机的评分没有丢失。请打开最新的任务包后再次提交，或联系评审办。',
  en: 'The package answers a task that the office has not issued to you, and was not used. Your scores on this computer are safe. Open the newest task package and submit again, or ask the office.',
};

const content: Sentence = {
  zh: '评分内容与评分标准不符，评审办没有采用。您本机的评分没有丢失。请升级到最新版本后再次提交；仍被拒收的，请联系评审办。',
  en: 'The scores do not fit the rubric and were not used. Your scores on this computer are safe. Update the program and submit again; if that is refused too, ask the office.',
};

const byCode: Readonly<Record<string, Sentence>> = {
  'package.stale': {
    zh: '评审办此前已收到您更新的一份结果，这一份没有采用，以较新的为准。无需处理；确需更正的，请再次提交。',
    en: 'The office already holds a later package of yours; this one was not used. Nothing needs doing; for a correction, submit again.',
  },
  'package.fork': {
    zh: '评审办收到的结果与您此前提交的互相矛盾，可能在两台电脑上各自提交过，没有采用。您本机的评分没有丢失。请联系评审办说明情况，再按其意见提交。',
    en: 'The package contradicts one you submitted before; both may come from two computers. It was not used. Your scores on this computer are safe. Tell the office, and submit as they advise.',
  },
  'package.revoked': {
    zh: '您在这台电脑上的密钥已被评审办撤销，这份结果没有采用。您本机的评分没有丢失，本机已换用新密钥。评审办已重新下发任务包的，请打开新的任务包提交；没有重新下发的，请再次提交。',
    en: 'The office has revoked your key on this computer and did not use the package. Your scores here are safe, and this computer has made a new key. If the office has issued your task again, open the new package and submit that; if not, submit once more.',
  },
  'package.round-locked': {
    zh: '批次已锁定，不再接收结果，这一份没有计入。您本机的评分没有丢失。如认为应当计入，请联系评审办。',
    en: 'The round is locked and takes no more results; this one does not count. Your scores on this computer are safe. If it should count, ask the office.',
  },
  'package.mode': {
    zh: '演示结果不能计入正式批次（反之亦然），没有采用。您本机的评分没有丢失。请打开正式下发的任务包评分并提交。',
    en: 'A demo result never enters an official round, nor the other way round; it was not used. Your scores on this computer are safe. Score and submit the task that was issued officially.',
  },
  'package.audience': otherTask,
  'package.round-unknown': otherTask,
  'package.task-unknown': otherTask,
  'package.task-mismatch': otherTask,
  'package.task-replaced': otherTask,
  'package.signer-unknown': unknownKey,
  'package.key-changed': unknownKey,
  'package.enrolment': unknownKey,
};

const other: Sentence = {
  zh: '评审办没有采用这份结果。您本机的评分没有丢失。请把代码告诉评审办，问明原因后再次提交。',
  en: 'The office did not use this package. Your scores on this computer are safe. Tell the office the code, ask for the reason, then submit again.',
};

/**
 * What a refusal means for the expert, and what he should do: the office's own sentence speaks to its clerk.
 * @param code of the refusal, as the receipt names it
 */
export function describeRefusal(code: string): Sentence {
  const own = byCode[code];
  if (own !== undefined) return own;
  if (/^package\.(?:manifest|file|extra|missing|zip|damaged|bag)/.test(code)) return tampered;
  return code.startsWith('package.sheet-') ? content : other;
}
