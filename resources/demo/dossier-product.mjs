import { aiProducts } from '../../electron/demo/product-list-ai.ts';
import { automotiveProducts } from '../../electron/demo/product-list-automotive.ts';
import { firstVersionProducts } from '../../electron/demo/product-list-first-version.ts';
import { industrialProducts } from '../../electron/demo/product-list-industrial.ts';
import { securityProducts } from '../../electron/demo/product-list-security.ts';
import { brandDeck } from '../../electron/demo/words.ts';
import { declaration, facts, form, grid, part, prose } from './dossier-page.mjs';

const catalogue = [industrialProducts, automotiveProducts, aiProducts, securityProducts, firstVersionProducts]
  .flatMap((list) => list.trim().split('\n'))
  .map((line) => line.split('｜'));

/** What the catalogue says of the product: technology, scene, effect. */
function describe(row) {
  const [, technology = '', scene = '', effect = ''] = catalogue.find(([title]) => row.产品名称.includes(title)) ?? [];
  return { technology, scene, effect };
}

const benchmarks = {
  工业软件: [['典型算例求解时间（分钟）', 12, 15, 19], ['支持最大规模（万单元）', 860, 600, 450], ['计算误差（%）', 2.1, 2.4, 3.6], ['并发用户（个）', 500, 400, 300]],
  汽车软件: [['端到端时延（毫秒）', 18, 24, 31], ['冷启动时间（秒）', 1.9, 2.6, 3.2], ['内存占用（兆字节）', 210, 260, 340], ['连续无故障运行（小时）', 1500, 1200, 1000]],
  人工智能: [['准确率（%）', 96.2, 95.1, 92.8], ['召回率（%）', 94.8, 93.6, 90.5], ['单次推理时延（毫秒）', 38, 52, 77], ['算力占用（卡）', 2, 4, 4]],
  信息安全: [['检出率（%）', 98.4, 97.2, 95.0], ['误报率（%）', 0.8, 1.3, 2.2], ['吞吐量（吉比特/秒）', 40, 32, 20], ['策略下发时间（秒）', 3, 6, 10]],
  首版次软件: [['核心算例精度误差（%）', 2.6, 2.3, 4.8], ['处理时间（分钟）', 21, 24, 38], ['国产平台适配（种）', 9, 3, 5], ['接口开放数（个）', 126, 98, 60]],
};

const userKinds = {
  工业软件: ['机械制造', '装备', '电子材料', '化工'],
  汽车软件: ['汽车', '汽车零部件', '新能源汽车', '汽车电子'],
  人工智能: ['数据服务', '智慧运营', '科技服务', '信息技术'],
  信息安全: ['能源', '数据服务', '通信服务', '金融信息服务'],
  首版次软件: ['装备', '科技', '电子', '工程技术'],
};

/** 申报书 of a product from its row. */
export function productForm(row, random) {
  const { technology, scene, effect } = describe(row);
  return form({
    title: '市级优秀软件产品申报书',
    subtitle: `（${row.赛道}）　演示数据`,
    cover: [
      ['产品名称', row.产品名称],
      ['版　　本', row.版本],
      ['申报单位', row.申报单位],
      ['推荐区县', row.推荐区县],
    ],
    parts: [
      part('一、产品概况', basics(row), prose(`产品面向${scene}，核心技术为${technology}。经用户验证，${effect}。`)),
      part('二、关键技术与创新点', ...innovation(technology, scene)),
      part('三、性能对标', grid('表1　与同类产品对比（第三方测试）', ['指标', '本产品', '同类产品甲', '同类产品乙'], benchmarks[row.赛道])),
      part('四、知识产权与研发', ...research(row)),
      part('五、质量与安全', prose(`产品经法定检测机构检测（报告编号：${row.检测报告}），结论为合格。企业建立了需求、设计、编码、测试、发布全过程管理制度，缺陷闭环率达到98%以上，高危漏洞在五个工作日内修补。`)),
      part('六、应用与效益', ...application(row, random, effect)),
      declaration(row.申报单位, '申报书'),
    ],
  });
}

function basics(row) {
  return facts([
    ['产品名称', row.产品名称],
    ['版本', row.版本],
    ['软著登记号', row.软著登记号],
    ['权利取得方式', row.权利取得方式],
    ['著作权人', row.著作权人],
    ['专利/标准/奖项', row['专利/标准/奖项']],
    ['研发投入', `${row['研发投入（万元）']}万元（近三年）`],
    ['年销售额', `${row['销售额（万元）']}万元`],
    ['用户数', `${row['用户数（家）']}家`],
    ['首版次认定', row.首版次认定 === '' ? '不适用' : row.首版次认定],
  ]);
}

function innovation(technology, scene) {
  return [
    prose(
      `（一）核心技术。产品自主研发了${technology}，核心模块源代码由企业掌握，未使用限制性开源许可的组件。`,
      `（二）工程化能力。针对${scene}数据质量参差、系统类型多的特点，提供标准接口和可配置的业务模型，新用户部署周期平均为三周。`,
      '（三）自主可控。产品已完成与主流国产处理器、操作系统和数据库的适配，提供源代码成分分析报告和软件物料清单。',
    ),
  ];
}

function research(row) {
  const total = row['研发投入（万元）'];
  const [first, second] = [Math.round(total * 0.26), Math.round(total * 0.33)];
  return [
    prose('研发团队由架构、算法、开发、测试四个小组组成，骨干人员均签订保密和竞业协议。'),
    grid('表2　近三年研发投入', ['年度', '研发投入（万元）', '研发人员（人）', '发布版本（个）'], [
      ['2020年', first, 14, 2],
      ['2021年', second, 17, 3],
      ['2022年', total - first - second, 21, 3],
    ]),
  ];
}

function application(row, random, effect) {
  const brand = brandDeck(random);
  const count = Math.min(6, Math.max(2, row['用户数（家）']));
  const users = Array.from({ length: count }, () => [
    `${brand()}${random.pick(userKinds[row.赛道])}有限公司（示例）`,
    random.pick(['已验收', '已验收', '运行中', '二期建设']),
    random.integer(8, 180),
    random.pick(['使用正常', '效果较好', '已续签', '正在扩容']),
  ]);
  return [
    grid('表3　典型用户', ['用户单位', '状态', '合同额（万元）', '用户评价'], users),
    prose(`从用户反馈看，产品运行稳定，${effect}。企业对重点用户实行驻场服务，一般故障四小时内响应。`),
  ];
}

/** 检测报告 of a product: cover and the table of results. */
export function testReport(row, random) {
  const items = ['功能性', '性能效率', '兼容性', '易用性', '可靠性', '信息安全性', '维护性', '可移植性'];
  const rows = items.map((item, index) => [String(index + 1), item, String(random.integer(6, 42)), '0', '符合']);
  return form({
    title: '软件产品检测报告',
    subtitle: `${row.检测报告}　演示数据`,
    cover: [
      ['产品名称', row.产品名称],
      ['被测版本', row.版本],
      ['委托单位', row.申报单位],
      ['检测机构', '渝拟软件测评中心（示例）'],
    ],
    date: '2023年8月',
    parts: [
      part(
        '检测结论',
        prose(`依据委托方提供的需求规格说明和用户文档，对${row.产品名称}${row.版本}进行了检测。检测环境为国产处理器服务器和国产操作系统，检测期间未发现严重缺陷，结论为：合格。`),
        grid('检测结果汇总', ['序号', '检测项', '用例数', '未通过', '结论'], rows),
        prose('说明：本报告为演示数据，检测机构、编号和结论均为虚构，不具有任何证明作用。'),
      ),
    ],
  });
}
