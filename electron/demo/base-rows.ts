import type { DemoRow } from './demo-row.ts';
import { fictionalPhone } from './identifiers.ts';
import { makeDeck, makeRandom, type DemoRandom } from './random.ts';
import { brandDeck, personDeck, places, sampleMark, schools } from './words.ts';

type BaseFacts = {
  readonly name: string;
  readonly unit: string;
  readonly district: string;
  readonly partners: string;
  readonly floor: number;
  readonly desks: number;
  readonly intake: number;
  readonly trainers: number;
  readonly projects: number;
  readonly completed: number;
  readonly employed: number;
  readonly lastGrade: string;
  readonly contact: string;
  readonly phone: string;
};

type Say = (facts: BaseFacts) => string;

const topics =
  '工业软件 汽车软件 软件测试 信创适配 人工智能应用 信息安全 大数据 云计算运维 移动应用开发 数字内容 嵌入式软件 工业互联网'.split(
    ' ',
  );
const companyFields = '软件 信息技术 数字科技 教育科技 智能科技 产业园运营管理'.split(' ');

const partnersOf = ({ partners }: BaseFacts): string => partners.replaceAll(sampleMark, '');
const employmentShare = ({ employed, completed }: BaseFacts): number => employed / completed;

const openings: readonly Say[] = [
  (f) =>
    `基地依托${f.unit.replace(sampleMark, '')}建设，场地${f.floor}平方米，设工位${f.desks}个，与${partnersOf(f)}签有合作协议。`,
  (f) => `基地与${partnersOf(f)}长期合作，学年接收学员${f.intake}人，配备指导教师${f.trainers}人。`,
  (f) => `基地设在软件企业内部，学员与工程师同场办公，学年接收${f.intake}人。`,
  (f) => `基地实行“院校报到、企业管理、项目考核”的模式，现有工位${f.desks}个，专职管理人员到位。`,
];

const practices: readonly Say[] = [
  (f) => `学年开设真实项目${f.projects}个，学员参与开发、测试和交付全过程。`,
  (f) => `实训以企业在研项目为主，共${f.projects}个，代码提交和评审记录可查。`,
  (f) => `指导教师均有三年以上工程经历，师生比约1∶${Math.max(4, Math.round(f.intake / f.trainers))}。`,
  (f) => `建立学员档案，购买实习保险，${f.projects > 12 ? '项目库每学期更新' : '项目库更新不够及时'}。`,
];

const results: readonly Say[] = [
  (f) => `本学年结业${f.completed}人，就业${f.employed}人，其中多数留渝。`,
  (f) =>
    `结业率${Math.round((f.completed / f.intake) * 100)}%，就业${f.employed}人，依托单位直接录用${Math.max(1, Math.round(f.employed / 7))}人。`,
  (f) => `学员就业${f.employed}人，院校回访评价${employmentShare(f) > 0.78 ? '较好' : '一般'}。`,
];

const closings: readonly Say[] = [
  (f) => (employmentShare(f) > 0.75 ? '管理规范，建议继续保留。' : '日常管理尚可，就业跟踪需要加强。'),
  () => '经核查名册和协议，数据基本属实。',
  (f) => (employmentShare(f) > 0.78 ? '运行成效较好，同意参评。' : '就业成效有待提升，同意参评。'),
  () => '安全管理制度健全，本学年未发生安全事故。',
  (f) => (f.intake > 170 ? '规模和质量在同类基地中居于前列。' : '规模不大，但管理较细。'),
];

/** Rows of 软件人才实习实训基地; the unit's column is called 依托单位. */
export function makeBaseRows(count: number, seed: number): DemoRow[] {
  const random = makeRandom(seed, 'base');
  const base = baseDeck(random);
  const decks = [openings, practices, results, closings].map((list) => makeDeck(random, list));
  return Array.from({ length: count }, (_, index) => {
    const facts = base();
    const opinion = decks.map((next) => next()(facts)).join('');
    const doubt = facts.intake < 30 ? '学年接收人数偏少，请评审专家重点核实。' : '';
    return writeRow(index, facts, opinion + doubt);
  });
}

function baseDeck(random: DemoRandom): () => BaseFacts {
  const brand = brandDeck(random);
  const topic = makeDeck(random, topics);
  const place = makeDeck(random, places);
  const person = personDeck(random, 0.55);
  const school = makeDeck(random, schools);
  return () => {
    const house = brand();
    const level = Math.min(0.98, Math.max(0.04, 0.6 + random.spread(0.27)));
    const partners = Array.from({ length: 1 + Math.round(level * 2.4) }, () => `${school()}${sampleMark}`);
    return {
      name: `${house}${topic()}实习实训基地${sampleMark}`,
      unit: `重庆${house}${random.pick(companyFields)}有限公司${sampleMark}`,
      district: place().district,
      partners: partners.join('、'),
      ...makeFigures(random, level),
      contact: person().name,
      phone: fictionalPhone(random),
    };
  };
}

/** Desks by floor space, completions by intake, jobs by completions; a weak base can fall short of 30 a year. */
function makeFigures(random: DemoRandom, level: number) {
  const intake = Math.round(18 + 230 * level ** 1.5 * (0.8 + 0.4 * random.unit()));
  const desks = Math.round(intake * (0.5 + 0.5 * level) + random.integer(4, 20));
  const completed = Math.round(intake * Math.min(1, 0.78 + 0.21 * level));
  return {
    floor: Math.round((desks * (4.2 + 3 * random.unit())) / 10) * 10,
    desks,
    intake,
    trainers: Math.max(3, Math.round(intake / (22 - 12 * level))),
    projects: Math.max(2, Math.round(3 + 26 * level + random.spread(3))),
    completed,
    employed: Math.round(completed * Math.min(0.98, 0.56 + 0.4 * level)),
    lastGrade: random.pick(level > 0.75 ? ['优秀', '优秀', '合格'] : ['合格', '合格', '限期整改', '首次参评']),
  };
}

function writeRow(index: number, facts: BaseFacts, opinion: string): DemoRow {
  return {
    序号: index + 1,
    编号: `J${String(index + 1).padStart(2, '0')}`,
    基地名称: facts.name,
    依托单位: facts.unit,
    推荐区县: facts.district,
    合作高校: facts.partners,
    '面积（㎡）': facts.floor,
    '工位（个）': facts.desks,
    '年接收人数（人）': facts.intake,
    '师资（人）': facts.trainers,
    '真实项目数（个）': facts.projects,
    '结业数（人）': facts.completed,
    '就业数（人）': facts.employed,
    上次等级: facts.lastGrade,
    联系人: facts.contact,
    联系电话: facts.phone,
    推荐意见: opinion,
    材料: '',
  };
}
