import type { FieldDefinition } from '../tables/field.ts';
import { field } from './define-field.ts';

/** 特色化示范性软件学院. */
export const collegeFields: readonly FieldDefinition[] = [
  field('school', '学校', 'School', 'line', [
    '学校名称',
    '所在学校',
    '所属学校',
    '高校',
    '高校名称',
    '所在高校',
    '依托学校',
    '依托高校',
    '院校',
    '院校名称',
  ]),
  field('specialtyField', '特色领域', 'Special field', 'text', [
    '特色方向',
    '特色化领域',
    '特色',
    '建设特色领域',
    '特色化方向',
  ]),
  field('majors', '专业', 'Majors', 'text', ['开设专业', '相关专业', '专业设置', '专业名称', '软件类专业', '专业情况']),
  field(
    'students',
    '在校生',
    'Students',
    'count',
    ['在校生数', '在校生人数', '在校学生', '在校学生数', '在校学生人数', '学生数', '学生人数', '在校生规模'],
    [1, 200_000],
  ),
  field(
    'teachers',
    '专任教师',
    'Teachers',
    'count',
    ['专任教师数', '专任教师人数', '教师数', '教师人数', '专职教师', '专职教师数'],
    [1, 20_000],
  ),
  field(
    'companyMentors',
    '企业导师',
    'Company mentors',
    'count',
    ['企业导师数', '企业导师人数', '企业兼职教师', '企业兼职导师', '企业教师数', '校外导师'],
    [0, 20_000],
  ),
  field('partnerCompanies', '合作企业', 'Partner companies', 'text', [
    '合作企业数',
    '合作企业数量',
    '合作单位',
    '合作企业名称',
    '校企合作企业',
  ]),
  field(
    'employmentRate',
    '就业率',
    'Employment rate',
    'percent',
    ['毕业生就业率', '初次就业率', '毕业去向落实率', '去向落实率', '总体就业率'],
    [1, 100],
  ),
  field(
    'localRate',
    '留渝率',
    'Share staying in Chongqing',
    'percent',
    ['留渝就业率', '毕业生留渝率', '留渝比例', '毕业生留渝就业率', '在渝就业率'],
    [0, 100],
  ),
];
