import type { DemoRow } from './demo-row.ts';
import { fictionalPhone } from './identifiers.ts';
import { makeDeck, makeRandom, type DemoRandom } from './random.ts';
import { personDeck, places, sampleMark } from './words.ts';

type CollegeFacts = {
  readonly school: string;
  readonly college: string;
  readonly district: string;
  readonly field: string;
  readonly majors: string;
  readonly students: number;
  readonly teachers: number;
  readonly mentors: number;
  readonly companies: number;
  /** Per cent, one decimal. */
  readonly employment: number;
  readonly staying: number;
  readonly level: number;
};

type Say = (facts: CollegeFacts) => string;

/** School｜college｜field｜majors: a school teaches what it could teach. */
const colleges = `
渝衡理工大学｜工业软件学院｜工业软件｜软件工程、智能制造工程
嘉澜大学｜软件学院｜关键基础软件｜软件工程、计算机科学与技术
巴岳科技大学｜人工智能学院｜人工智能应用｜人工智能、软件工程
缙川师范大学｜教育软件学院｜大型行业应用软件｜软件工程、教育技术学
渝拟信息工程学院｜信息安全学院｜信息安全｜信息安全、网络空间安全
澜渡交通大学｜交通软件学院｜交通行业软件｜软件工程、交通信息工程
宸州邮电大学｜软件工程学院｜新型平台软件｜软件工程、物联网工程
江峤工业职业学院｜工业互联网学院｜工业互联网应用｜软件技术、工业互联网技术
霁源医科大学｜医学信息学院｜医疗健康软件｜医学信息工程、智能医学工程
鹭岭工商大学｜大数据学院｜大数据｜数据科学与大数据技术、软件工程
渝泓电子职业学院｜嵌入式软件学院｜嵌入式软件｜嵌入式技术应用、软件技术
桐溪财经大学｜金融科技学院｜金融科技软件｜金融科技、软件工程
岷桥城市学院｜空间信息学院｜地理信息软件｜地理信息科学、软件工程
砺峰机电职业学院｜汽车软件学院｜汽车软件｜汽车智能技术、软件技术
沱江软件工程学院｜软件测试学院｜软件测试与质量保障｜软件工程（测试方向）、软件技术
弘域外语外事学院｜语言智能学院｜自然语言处理应用｜软件工程、语言信息处理
曜山美术与设计学院｜数字内容学院｜数字内容软件｜数字媒体技术、动画
芯谷职业技术大学｜集成电路软件学院｜芯片设计软件｜集成电路技术、软件工程技术
`;

const openings: readonly Say[] = [
  (f) => `学院聚焦${f.field}，设有${f.majors}等专业，现有在校生${f.students}人。`,
  (f) => `学院以${f.field}为特色方向，由学校与企业共建，实行理事会管理。`,
  (f) => `围绕本地产业对${f.field}人才的需求，学院调整培养方案，${f.majors}为主干专业。`,
  (f) => `学院建设期内落实专项经费，${f.field}特色课程群基本成型。`,
  (f) => `学校把该学院作为产教融合改革试点，重点建设${f.field}方向。`,
  (f) => `学院现有在校生${f.students}人，特色方向为${f.field}，专业设置与本地产业衔接较好。`,
  (f) => `经过一个建设周期，学院在${f.field}方向形成了“课程、项目、竞赛”衔接的培养体系。`,
];

const practices: readonly Say[] = [
  (f) =>
    `与${f.companies}家软件企业建立合作，聘请企业导师${f.mentors}人，${f.level > 0.6 ? '高年级学生全员进入企业实习' : '实习覆盖面仍需扩大'}。`,
  (f) =>
    `专任教师${f.teachers}人、企业导师${f.mentors}人，${f.level > 0.5 ? '真实项目进课堂比例超过三成' : '真实项目进课堂刚刚起步'}。`,
  (f) =>
    `校企共建实验室${Math.max(1, Math.round(f.companies / 5))}个，${f.level > 0.6 ? '设备投入和使用率较高' : '开放共享程度有待提高'}。`,
  (f) =>
    `建成校企合作课程${Math.round(4 + 16 * f.level)}门，合作企业${f.companies}家，${f.level > 0.55 ? '课程更新及时' : '教材更新偏慢'}。`,
];

const results: readonly Say[] = [
  (f) => `上年度毕业去向落实率${f.employment}%，留渝率${f.staying}%。`,
  (f) =>
    `毕业生就业率${f.employment}%，其中留渝就业占${f.staying}%，${f.staying > 60 ? '对本地产业支撑作用明显' : '留渝比例偏低'}。`,
  (f) => `学生学科竞赛获奖${Math.round(6 + 40 * f.level)}项，就业率${f.employment}%。`,
  (f) => `用人单位满意度较${f.level > 0.5 ? '高' : '上年有所提高'}，留渝率${f.staying}%。`,
];

const closings: readonly Say[] = [
  () => '学校已对数据真实性作出承诺，同意参加评价。',
  () => '经主管部门核对，数据与就业统计一致。',
  (f) => (f.level > 0.55 ? '建设任务完成较好，建议继续支持。' : '部分建设指标滞后，已要求学校限期改进。'),
  () => '年度建设报告和佐证材料按期报送，同意参评。',
  (f) => (f.staying > 60 ? '对区域产业人才供给贡献较大，同意参评。' : '下一步将完善留渝就业激励措施。'),
  (f) => (f.level > 0.5 ? '企业反馈毕业生上手较快，建议推广其做法。' : '校企合作深度不足，建议评价时重点查看佐证。'),
];

/** Rows of 特色化示范性软件学院; the unit's column is called 学校. */
export function makeCollegeRows(count: number, seed: number): DemoRow[] {
  const random = makeRandom(seed, 'college');
  const college = makeDeck(random, colleges.trim().split('\n'));
  const place = makeDeck(random, places);
  const person = personDeck(random, 0.6);
  const opinion = opinionDeck(makeRandom(seed, 'college', 'opinions'));
  return Array.from({ length: count }, (_, index) => {
    const [school = '', name = '', field = '', majors = ''] = college().split('｜');
    const facts = { school, college: name, district: place().district, field, majors, ...makeFigures(random) };
    return writeRow(index, facts, { contact: person().name, phone: fictionalPhone(random), opinion: opinion(facts) });
  });
}

function makeFigures(random: DemoRandom) {
  const level = Math.min(0.98, Math.max(0.04, 0.6 + random.spread(0.27)));
  const students = Math.round(420 + 1700 * random.unit());
  return {
    level,
    students,
    teachers: Math.round(students / (26 - 9 * level)),
    mentors: Math.round((students / 60) * (0.35 + level)),
    companies: Math.round(5 + 32 * level + random.spread(3)),
    employment: Math.round((79 + 18 * level + random.spread(1.2)) * 10) / 10,
    staying: Math.round((38 + 40 * level + random.spread(4)) * 10) / 10,
  };
}

function opinionDeck(random: DemoRandom): (facts: CollegeFacts) => string {
  const decks = [openings, practices, results, closings].map((list) => makeDeck(random, list));
  return (facts) => decks.map((next) => next()(facts)).join('');
}

function writeRow(
  index: number,
  facts: CollegeFacts,
  rest: { readonly contact: string; readonly phone: string; readonly opinion: string },
): DemoRow {
  // Past the list of schools a campus keeps the names apart.
  const round = Math.floor(index / colleges.trim().split('\n').length);
  const school = `${facts.school}${round === 0 ? '' : `第${round + 1}校区`}`;
  return {
    序号: index + 1,
    编号: `C${String(index + 1).padStart(2, '0')}`,
    学院名称: `${school}${facts.college}${sampleMark}`,
    学校: `${school}${sampleMark}`,
    推荐区县: facts.district,
    特色领域: facts.field,
    专业: facts.majors,
    '在校生（人）': facts.students,
    '专任教师（人）': facts.teachers,
    '企业导师（人）': facts.mentors,
    '合作企业（家）': facts.companies,
    '就业率（%）': facts.employment,
    '留渝率（%）': facts.staying,
    联系人: rest.contact,
    联系电话: rest.phone,
    推荐意见: rest.opinion,
    材料: '',
  };
}
