/** What an expert writes when a gate is not met, by gate id of the built-in rubrics. */
export const gateRemarks: Readonly<Record<string, readonly string[]>> = {
  'newly-built': [
    '楼宇改造前已作为软件园运营，企业入驻时间早于申报的启用时间，不属新打造',
    '附件显示主要企业三年前即已入驻，新打造依据不足',
    '与已授牌楼宇为同一项目不同楼栋，认为不符合新打造要求',
  ],
  inspection: [
    '检测报告的被测版本与申报版本不一致',
    '检测报告首页未见资质标识，出具机构资质无法确认',
    '检测报告产品名称与申报名称不符，且未附说明',
  ],
  'first-release': ['登记证书版本高于1.0，未附突破证明', '申报版本与此前发布版本功能基本相同，不能视为首版次'],
  'not-own-use': ['主要用户为申报单位关联企业，实为自用软件', '合同约定著作权归用户所有，属定制开发'],
  conduct: ['材料显示申报人有科研失信处理记录且尚在影响期内', '单位出具的品德鉴定与公开处理结果不一致'],
  baseline: ['考核期内就业数据造假被主管部门通报', '考核期内发生教学安全责任事件，整改报告未通过验收'],
  'minimum-intake': ['名册、考勤和保险三者相符的学员不足30人', '剔除重复计数后，学年实际接收人数达不到30人'],
};

/** The same for gates of other rubrics. */
export const otherGateRemarks: readonly string[] = [
  '材料不足以证明符合该项条件',
  '与佐证材料核对后，认为不符合该项条件',
];

/** Remarks that go with 弄虚作假: document, page, doubt. */
export const fraudRemarks: readonly string[] = [
  '申报书第6页的数据与附件审计报告不一致，相差较大，疑似虚报',
  '附件两份合同的签章位置和编号完全相同，疑似复制',
  '佐证照片与另一申报材料雷同，疑似借用',
  '证明文件出具日期早于单位成立日期，真实性存疑',
  '申报数值与附件原始凭证合计相差一半以上，疑似夸大',
  '证明文件的公章名称与营业执照不符，须向出具单位核实',
];

/** Reasons of a declared recusal (回避情形). */
export const recusalReasons: readonly string[] = [
  '近三年内曾在该单位兼职并领取报酬',
  '曾为该单位本次申报材料提供咨询',
  '与该单位负责人存在近亲属关系',
  '本人所在团队与该单位有在研合作项目',
  '与主要研发人员系师生关系',
];

/** Reasons of an abstention. */
export const abstentionReasons: readonly string[] = [
  '该领域不熟悉，难以作出专业判断',
  '关键附件无法打开，现有材料不足以评分',
  '材料涉及的细分技术超出本人专业范围',
  '时间所限未能通读全部附件，不宜评分',
];

/** Last words by overall level. */
export const verdicts = {
  strong: ['建议优先支持', '综合条件好，同意推荐', '总体优秀', '可作为典型推广', '建议入选'],
  fair: ['总体较好，可予支持', '综合水平中等偏上', '建议择优考虑', '具备一定基础', '总体符合要求'],
  weak: ['建议进一步完善后再申报', '综合竞争力不足', '建议补充佐证材料', '暂不建议推荐', '与其他对象相比优势不足'],
} as const;

/** Last words in evaluation rounds (college, base). */
export const evaluationVerdicts = {
  strong: ['建设成效显著', '总体评价优秀', '可总结经验推广', '建议继续加大支持'],
  fair: ['总体达到建设要求', '建设进展正常', '建议对照短板持续改进', '总体合格'],
  weak: ['与建设要求差距较大', '建议限期整改', '核心指标须尽快补齐', '下一年度应重点跟踪'],
} as const;
