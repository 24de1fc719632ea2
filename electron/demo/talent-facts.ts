import { fictionalCitizenNumber, fictionalCreditCode, fictionalPhone } from './identifiers.ts';
import { makeDeck, type DemoRandom } from './random.ts';
import { brandDeck, personDeck, places, sampleMark } from './words.ts';

/** What is told of one fictional talent; money in 万元. */
export type TalentFacts = {
  readonly name: string;
  readonly gender: '男' | '女';
  readonly birth: string;
  readonly citizenNumber: string;
  readonly unit: string;
  readonly creditCode: string;
  readonly district: string;
  readonly office: string;
  readonly post: string;
  readonly title: string;
  readonly field: string;
  readonly product: string;
  readonly breakthrough: string;
  readonly revenue: number;
  readonly patents: number;
  readonly standards: number;
  readonly team: number;
  readonly jobs: number;
  readonly support: string;
  readonly notice: string;
  readonly phone: string;
};

/** Field｜product led｜what was achieved. */
const works = `
工业仿真｜结构与流体耦合仿真平台｜突破大规模网格并行求解，单机可处理2亿自由度模型
工业控制软件｜分布式控制系统组态平台｜实现控制站、操作站全栈国产化，最小控制周期10毫秒
制造执行系统｜柔性制造执行系统｜提出面向多品种小批量的动态排产方法
工业互联网｜装备远程运维平台｜攻克多源异构设备的统一建模与边云协同
智能座舱｜智能座舱基础软件｜主持座舱虚拟化架构设计，三屏启动时间缩短到2秒内
智能驾驶｜山地道路辅助驾驶系统｜解决多弯多坡场景下的感知与规划难题
车控软件｜混合动力整车控制软件｜建立扭矩与能量协调控制模型，实现批量搭载
车联网｜车云一体数据平台｜提出百万级车辆接入的流式处理架构
计算机视觉｜工业视觉检测平台｜在小样本缺陷检测方面取得原创成果
自然语言处理｜行业大模型应用平台｜研制面向政务和制造的领域增强与溯源技术
医学人工智能｜医学影像辅助诊断系统｜实现多病种一体化识别，完成多中心验证
智能语音｜方言语音交互引擎｜建成川渝方言语料体系，噪声环境识别率大幅提升
密码技术｜国密算法服务平台｜完成高并发签名验签架构，支撑政务信息系统改造
数据安全｜数据分类分级与脱敏系统｜提出字段语义识别与动态脱敏方法
工控安全｜工业控制安全监测平台｜实现四十余种工控协议深度解析
网络安全｜威胁检测与响应平台｜在攻击链还原和告警压降方面形成核心技术
操作系统｜嵌入式实时操作系统｜主持微内核研制并通过功能安全评估
数据库｜分布式时序数据库｜设计自适应压缩与多副本一致性协议
中间件｜国产应用服务器中间件｜完成与主流国产处理器、操作系统的适配
图形引擎｜三维可视化引擎｜实现千万级面片的跨平台实时渲染
地理信息｜实景三维地理信息平台｜突破山地城市倾斜模型单体化技术
数字孪生｜城市管网数字孪生平台｜建立降雨、管网、河道联动模型
芯片设计工具｜模拟电路版图验证工具｜在层次化几何运算方面实现替代
金融科技｜小微信贷智能风控平台｜提出可解释的企业经营序列模型
卫星应用｜北斗高精度位置服务平台｜实现山区遮挡环境厘米级连续定位
能源软件｜综合能源调度软件｜建立源网荷储协同优化模型
生物信息｜基因数据分析软件｜在国产算力平台上实现全流程加速
机器人软件｜协作机器人控制软件｜攻克力位混合控制和免标定抓取
开源基础软件｜开源微服务治理框架｜发起并维护开源项目，社区贡献者超过三百人
数字文创｜互动内容创作引擎｜研制低门槛的三维内容编排工具
轨道交通软件｜列车运行仿真与调度软件｜支撑山地城市单轨线路运行图优化
智慧农业｜丘陵农业遥感分析平台｜解决小地块作物识别精度低的问题
`;

const posts =
  '总经理 技术总监 首席架构师 副总经理兼技术负责人 研究院院长 首席科学家 研发总监 联合创始人 总工程师 产品线总经理'.split(
    ' ',
  );
const titles =
  '正高级工程师 高级工程师 高级工程师 正高级工程师 教授级高级工程师 研究员 高级工程师（计算机） 系统架构设计师（高级） 高级工程师'.split(
    ' ',
  );
const companyFields = '软件 信息技术 智能科技 数字科技 软件技术 信息科技 计算技术'.split(' ');
const supports = [
  '无',
  '无',
  '无',
  '无',
  '无',
  '区县级创新人才计划（2018—2020年，已期满）',
  '市级青年人才项目（2017—2019年，已期满）',
];
const notices = [
  '已在单位公示5个工作日，无异议',
  '公示期满无异议',
  '单位公示7日，未收到异议',
  '已公示，无异议（附公示照片）',
  '经职工大会通报并公示，无异议',
];

/** Deals fictional talents: older ones hold higher titles, better ones earn more with what they built. */
export function talentDeck(random: DemoRandom): () => TalentFacts {
  const person = personDeck(random, 0.78);
  const brand = brandDeck(random);
  const work = makeDeck(random, works.trim().split('\n'));
  const place = makeDeck(random, places);
  const post = makeDeck(random, posts);
  return () => {
    const { name, gender } = person();
    const { district, office } = place();
    const [field = '', product = '', breakthrough = ''] = work().split('｜');
    const house = brand();
    const birth = `${random.integer(1968, 1989)}-${String(random.integer(1, 12)).padStart(2, '0')}`;
    return {
      name: `${name}${sampleMark}`,
      gender,
      birth,
      citizenNumber: fictionalCitizenNumber(random, birth, gender),
      unit: `重庆${house}${random.pick(companyFields)}有限公司${sampleMark}`,
      creditCode: fictionalCreditCode(random, district),
      district,
      office,
      post: post(),
      title: Number(birth.slice(0, 4)) < 1976 ? random.pick(titles.slice(0, 6)) : random.pick(titles.slice(1)),
      field,
      product: `${house}${product}`,
      breakthrough,
      ...makeFigures(random),
      support: random.pick(supports),
      notice: random.pick(notices),
      phone: fictionalPhone(random),
    };
  };
}

function makeFigures(random: DemoRandom) {
  const level = Math.min(0.98, Math.max(0.05, 0.57 + random.spread(0.22)));
  const revenue = Math.round((600 + 15_000 * level ** 2.2) * (0.85 + 0.3 * random.unit()));
  return {
    revenue,
    patents: Math.max(0, Math.round(16 * level - 2 + random.spread(2))),
    standards: Math.max(0, Math.round(5 * level - 1.5 + random.spread(1))),
    team: Math.round(12 + 70 * level + random.spread(8)),
    jobs: Math.round(30 + revenue / 38),
  };
}
