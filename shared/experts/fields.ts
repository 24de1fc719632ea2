import type { FieldDefinition, FieldType } from '../tables/field.ts';

// Nothing about an expert goes to other experts.
function field(key: string, zh: string, en: string, type: FieldType, synonyms: readonly string[]): FieldDefinition {
  return { key, zh, en, type, synonyms, forExperts: false };
}

/** All columns that an import of experts knows; others are kept as extra fields. */
export const expertFields: readonly FieldDefinition[] = [
  field('name', '姓名', 'Name', 'line', ['专家姓名', '专家', '名字', '专家名称', '评审专家', '评审专家姓名']),
  field('unit', '单位', 'Unit', 'line', [
    '工作单位',
    '所在单位',
    '单位名称',
    '现工作单位',
    '专家单位',
    '所属单位',
    '任职单位',
    '单位全称',
    '工作单位名称',
  ]),
  field('title', '职称', 'Title', 'line', [
    '技术职称',
    '专业技术职称',
    '专业技术职务',
    '职称/职务',
    '职务/职称',
    '职务职称',
    '职称职务',
    '职称或职务',
  ]),
  field('field', '领域/赛道', 'Field or track', 'text', [
    '领域',
    '赛道',
    '专业领域',
    '研究领域',
    '评审领域',
    '评审赛道',
    '专业',
    '研究方向',
    '从事专业',
    '专业方向',
    '擅长领域',
    '评审组别',
    '组别',
    '分组',
  ]),
  field('phone', '手机', 'Telephone', 'code', [
    '手机号',
    '手机号码',
    '联系电话',
    '电话',
    '联系方式',
    '移动电话',
    '联系手机',
    '电话号码',
  ]),
  field('avoidUnits', '回避单位', 'Units to avoid', 'list', [
    '需回避单位',
    '应回避单位',
    '回避单位名称',
    '利益相关单位',
    '利害关系单位',
    '关联单位',
    '申请回避单位',
  ]),
  field('leader', '组长', 'Leader', 'line', [
    '是否组长',
    '专家组长',
    '是否为组长',
    '组内职务',
    '角色',
    '专家组职务',
    '专家组组长',
  ]),
  field('identityNumber', '证件号', 'Identity number', 'identity', [
    '身份证号',
    '身份证号码',
    '身份证',
    '证件号码',
    '居民身份证号',
    '居民身份证号码',
    '公民身份号码',
    '护照号',
  ]),
  field('serial', '序号', 'Serial number', 'code', ['序', '顺序号', 'no', '№', '号']),
];
