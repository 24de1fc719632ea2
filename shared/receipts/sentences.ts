/** Codes of receipts, for the office that gives them and the expert who opens them, with their sentences. */
export const receiptSentences = {
  'receipt.none': {
    zh: '批次“{{title}}”还没有可以签发回执的结果包。没有写入任何文件。请先收包；读不出内容的文件无法签发回执。',
    en: 'The round “{{title}}” has no result package yet that a receipt could answer. No file was written. Take packages in first; files that cannot be read get no receipt.',
  },
  'receipt.not-ours': {
    zh: '回执“{{file}}”所答复的结果包不是在这台电脑上提交的。本机的评分和提交记录没有变化。请在提交该结果包的电脑上打开它，或与评审办核对。',
    en: 'The receipt “{{file}}” answers a result package that was not submitted on this computer. Scores and submissions here are unchanged. Open it on the computer that made the package, or ask the office.',
  },
  'receipt.mismatch': {
    zh: '回执“{{file}}”写明的批次或专家与它所答复的结果包不一致，不能采信。本机的评分和提交记录没有变化。请联系评审办重新签发。',
    en: 'The round or expert named in the receipt “{{file}}” is not that of the result package it answers; it is not believed. Scores and submissions here are unchanged. Ask the office for a new one.',
  },
  'receipt.older': {
    zh: '回执“{{file}}”（第 {{seq}} 号）比本机已登记的第 {{latest}} 号旧，没有采用。本机的评分和提交记录没有变化。以较新的回执为准，无需处理。',
    en: 'The receipt “{{file}}” (number {{seq}}) is older than number {{latest}}, taken in before; it was not used. Scores and submissions here are unchanged. The newer one counts; nothing needs doing.',
  },
  'receipt.fork': {
    zh: '警示：回执“{{file}}”（第 {{seq}} 号）与本机已登记的回执互相矛盾，没有采用。本机的评分和提交记录没有变化。请保留该文件，并联系评审办核实。',
    en: 'Alarm: the receipt “{{file}}” (number {{seq}}) contradicts one taken in before; it was not used. Scores and submissions here are unchanged. Keep the file and ask the office.',
  },
} as const;

export type ReceiptCode = keyof typeof receiptSentences;
