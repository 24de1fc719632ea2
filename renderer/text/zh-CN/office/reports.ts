/** 导出: the forms and their formats. */
export const reports = {
  hint: '导出的是当前数据；内部资料，请按规定保管。',
  draftTitle: '还没有可以导出的结果',
  draftHint: '下发任务包并收到结果包后，可以在这里导出汇总表和排序名单。',
  toTasks: '前往下发',
  outstanding: '还有 {{count}} 位专家没有交回，导出的内容尚不完整。',
  forms: {
    summary: '评分汇总表',
    ranking: '排序名单',
  },
  contents: {
    summary:
      '每个评审对象一行：各位专家的总分、去掉的最高分和最低分、得分、名次和回避情况，表末留记录人、复核人、组长签字处。数值固定，旁列公式供核对。',
    ranking: '按赛道排列：名次、得分、分差、同分处理、是否在入选线内、候补。供内部审议，不用于公示。',
  },
  formats: { xlsx: 'Excel 表格', csv: 'CSV 文件', pdf: 'PDF 文件' },
  formatHints: { xlsx: 'xlsx，已设好打印版式', csv: 'csv，便于导入其他系统', pdf: 'pdf，便于打印和传阅' },
  export: '导出 {{format}}',
  saved: '{{form}}已导出。',
  savedFiles: '本次已导出',
  savedIn: '保存在 {{place}}',
} as const;
