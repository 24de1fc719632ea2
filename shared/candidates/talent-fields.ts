import type { FieldDefinition } from '../tables/field.ts';
import { field } from './define-field.ts';

/** 软件领军人才. 证件号 is among the fields of every kind. */
export const talentFields: readonly FieldDefinition[] = [
  field('gender', '性别', 'Gender', 'line', []),
  field('birth', '出生年月', 'Date of birth', 'date', ['出生日期', '出生年月日', '出生时间', '生日', '出生']),
  field('post', '职务', 'Post', 'line', ['现任职务', '行政职务', '岗位', '职位', '担任职务', '所任职务']),
  field('title', '职称', 'Title', 'line', [
    '专业技术职务',
    '技术职称',
    '专业技术职称',
    '职称级别',
    '职称名称',
    '职业资格',
  ]),
  field('specialty', '领域', 'Field', 'text', [
    '研究领域',
    '专业领域',
    '从事领域',
    '技术领域',
    '从事专业',
    '研究方向',
    '专业方向',
    '专业',
  ]),
  field('fullTimeLocal', '全职在渝', 'Full-time in Chongqing', 'yes-no', [
    '是否全职在渝',
    '全职在渝工作',
    '是否全职在渝工作',
    '是否全职',
    '全职在渝情况',
  ]),
  field('productsAndRevenue', '主持产品及收入', 'Products led and their revenue', 'text', [
    '主持研发产品及收入',
    '主持产品',
    '主持产品及销售收入',
    '代表产品及收入',
    '主持产品情况',
    '主要产品及收入',
  ]),
  field('talentPlans', '人才计划及支持期', 'Talent programmes and terms', 'text', [
    '人才计划',
    '入选人才计划',
    '已入选人才计划',
    '人才计划及支持期限',
    '入选人才计划及支持期',
    '人才项目',
    '已获人才计划及支持期',
  ]),
  field('publicity', '公示情况', 'Publicity', 'text', [
    '单位公示情况',
    '公示',
    '公示结果',
    '单位公示',
    '所在单位公示情况',
  ]),
];
