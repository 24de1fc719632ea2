import type { FieldDefinition } from '../tables/field.ts';
import { field } from './define-field.ts';

const money = [0, 100_000_000] as const;

/** 优秀软件产品. Money is kept in 万元. */
export const productFields: readonly FieldDefinition[] = [
  field('version', '版本', 'Version', 'line', [
    '版本号',
    '产品版本',
    '软件版本',
    '软件版本号',
    '产品版本号',
    '当前版本',
  ]),
  field('copyrightNumber', '软著登记号', 'Copyright registration', 'text', [
    '软件著作权登记号',
    '软著号',
    '著作权登记号',
    '登记号',
    '软著证书号',
    '软件著作权登记证书号',
    '软件著作权',
    '软著',
    '计算机软件著作权登记号',
  ]),
  field('rightAcquisition', '权利取得方式', 'Acquisition of rights', 'line', [
    '取得方式',
    '软著权利取得方式',
    '著作权取得方式',
    '权利取得',
  ]),
  field('copyrightHolder', '著作权人', 'Copyright holder', 'line', [
    '软件著作权人',
    '软著权利人',
    '权利人',
    '软著著作权人',
  ]),
  field('testReport', '检测报告', 'Test report', 'text', [
    '检测报告编号',
    '测试报告',
    '检验报告',
    '软件检测报告',
    '产品检测报告',
    '检测报告情况',
    '检测机构及报告编号',
  ]),
  field(
    'researchInvestment',
    '研发投入',
    'Research investment',
    'money',
    ['研发费用', '研发经费', '研发投入金额', '产品研发投入', '研发投入总额'],
    money,
  ),
  field(
    'sales',
    '销售额',
    'Sales',
    'money',
    ['产品销售额', '销售收入', '产品销售收入', '销售金额', '年销售额', '产品收入', '上年度销售额', '销售总额'],
    money,
  ),
  field('achievements', '专利/标准/奖项', 'Patents, standards, awards', 'text', [
    '专利、标准、奖项',
    '专利标准奖项',
    '专利',
    '标准',
    '奖项',
    '专利情况',
    '获奖情况',
    '知识产权',
    '知识产权情况',
    '专利及奖项',
    '荣誉奖项',
    '荣誉',
  ]),
  field('firstEdition', '首版次认定', 'First edition', 'text', [
    '首版次',
    '是否首版次',
    '首版次认定情况',
    '首版次软件',
    '首版次软件认定',
    '首版次证书号',
  ]),
];
