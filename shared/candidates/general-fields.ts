import type { CandidateKind } from '../round/round.ts';
import type { FieldDefinition } from '../tables/field.ts';
import { field, officeField } from './define-field.ts';

const generalNames = [
  '姓名',
  '项目名称',
  '申报项目名称',
  '申报项目',
  '评审对象',
  '评审对象名称',
  '对象名称',
  '申报对象',
  '全称',
];

const namesOfKind: Readonly<Record<CandidateKind, readonly string[]>> = {
  building: [
    '楼宇名称',
    '楼宇',
    '大厦名称',
    '载体名称',
    '园区名称',
    '示范楼宇名称',
    '申报楼宇',
    '申报楼宇名称',
    '楼宇（园区）名称',
  ],
  product: [
    '产品名称',
    '软件名称',
    '软件产品名称',
    '软件产品',
    '申报产品',
    '申报产品名称',
    '产品',
    '产品（项目）名称',
    '项目（产品）名称',
  ],
  talent: ['人选姓名', '人选', '申报人', '申报人姓名', '人才姓名', '候选人', '候选人姓名', '推荐人选', '推荐人选姓名'],
  college: ['学院名称', '学院', '软件学院', '软件学院名称', '二级学院', '二级学院名称', '申报学院'],
  base: ['基地名称', '基地', '实训基地', '实训基地名称', '实习实训基地', '实习实训基地名称', '申报基地'],
  other: [],
};

/** 名称 (or 姓名) under the headers usual for the kind. */
export function nameField(kind: CandidateKind): FieldDefinition {
  const own = kind === 'other' ? Object.values(namesOfKind).flat() : namesOfKind[kind];
  return field('name', kind === 'talent' ? '姓名' : '名称', 'Name', 'line', [...own, '名称', ...generalNames]);
}

const codeNames = [
  '项目编号',
  '申报编号',
  '评审编号',
  '对象编号',
  '评审对象编号',
  '楼宇编号',
  '产品编号',
  '人选编号',
  '学院编号',
  '基地编号',
  '代码',
  '编码',
  '受理编号',
  '受理号',
  '申报号',
  '项目代码',
];
const unitNames = [
  '申报单位名称',
  '申报单位全称',
  '单位',
  '单位名称',
  '单位全称',
  '申报企业',
  '申报企业名称',
  '企业名称',
  '企业',
  '公司名称',
  '申报主体',
  '申报机构',
  '申报方',
  '所在单位',
  '所属单位',
  '推荐对象所在单位',
];
const trackNames = [
  '赛道/类别',
  '赛道（类别）',
  '申报赛道',
  '参评赛道',
  '所属赛道',
  '产品赛道',
  '赛道名称',
  '参评类别',
  '申报类别',
  '申报方向',
  '参评方向',
  '评审组别',
  '组别',
];

/** Columns that every kind has, and that usually stand at the left. */
export function openingFields(name: FieldDefinition): readonly FieldDefinition[] {
  return [
    field('code', '编号', 'Code', 'code', codeNames),
    name,
    field('unit', '申报单位', 'Unit', 'line', unitNames),
    field('district', '推荐区县', 'District', 'line', [
      '区县',
      '所属区县',
      '所在区县',
      '区（县）',
      '推荐区（县）',
      '推荐单位',
      '推荐部门',
      '属地',
      '所在区',
      '所属区',
      '辖区',
      '所属辖区',
    ]),
    field('creditCode', '统一社会信用代码', 'Unified social credit code', 'code', [
      '信用代码',
      '社会信用代码',
      '统一信用代码',
      '统一社会信用代码证号',
      '组织机构代码',
      '机构代码',
      '税号',
      '纳税人识别号',
    ]),
    field('track', '赛道', 'Track', 'line', trackNames),
    field('category', '类别', 'Category', 'line', ['产品类别', '软件类别', '类型', '产品类型', '项目类别']),
    field('employer', '工作单位', 'Employer', 'line', ['现工作单位', '工作单位名称', '任职单位', '所在企业']),
  ];
}

/** Columns that every kind has, and that usually stand at the right. */
export const closingFields: readonly FieldDefinition[] = [
  officeField('identityNumber', '证件号', 'Identity number', 'identity', [
    '身份证号',
    '身份证号码',
    '身份证',
    '证件号码',
    '居民身份证号',
    '居民身份证号码',
    '公民身份号码',
    '有效证件号',
    '护照号',
    '护照号码',
    '联系人身份证号',
  ]),
  officeField('contact', '联系人', 'Contact', 'line', ['联系人姓名', '项目联系人', '经办人', '联络人', '业务联系人']),
  officeField('phone', '联系电话', 'Telephone', 'code', [
    '电话',
    '手机',
    '手机号',
    '手机号码',
    '联系方式',
    '联系人电话',
    '联系人手机',
    '联系人联系电话',
    '联系手机',
    '移动电话',
    '办公电话',
    '电话号码',
  ]),
  field('recommendation', '推荐意见', 'Recommendation', 'text', [
    '区县推荐意见',
    '推荐理由',
    '推荐单位意见',
    '初审意见',
    '区县初审意见',
    '推荐部门意见',
  ]),
  officeField('dossier', '材料', 'Dossier', 'list', [
    '申报材料',
    '材料文件',
    '材料名称',
    '材料文件名',
    '材料文件夹',
    '材料目录',
    '附件',
    '附件名称',
    '文件',
    '文件名',
    '文件名称',
    '文件夹',
    '申报书',
    '申报书文件',
  ]),
];
