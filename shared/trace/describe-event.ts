import { fillSentence, type Language, type Sentence } from '../base/sentence.ts';
import { eventWords } from './event-words.ts';

/** The values of an event's body, and the names that its ids stand for (`expert`, `candidate`). */
export type EventDetail = Readonly<Record<string, string | number>>;

/** Words for values that an event's body names by a code. */
const valueWords: Readonly<Record<string, Readonly<Record<string, Sentence>>>> = {
  verdict: {
    accepted: { zh: '接收', en: 'accepted' },
    superseded: { zh: '更正接收', en: 'correction accepted' },
    duplicate: { zh: '重复', en: 'duplicate' },
    refused: { zh: '拒收', en: 'refused' },
  },
  form: {
    summary: { zh: '评分汇总表', en: 'score summary' },
    ranking: { zh: '排序名单', en: 'ranked list' },
    notice: { zh: '拟入选名单公示', en: 'public notice' },
    sheet: { zh: '个人评分表', en: 'score sheets' },
    recusals: { zh: '回避登记表', en: 'recusals' },
    opinion: { zh: '评审意见', en: 'panel opinion' },
    pledge: { zh: '承诺书', en: 'pledges' },
    slip: { zh: '激活码通知单', en: 'activation codes' },
    verification: { zh: '核验单', en: 'verification sheets' },
  },
  picture: {
    heat: { zh: '专家 × 评审对象总分', en: 'totals by expert and candidate' },
    distribution: { zh: '各位专家的分数分布', en: 'points of each expert' },
    severity: { zh: '各位专家的宽严', en: 'severity of each expert' },
    ranks: { zh: '名次区间', en: 'rank intervals' },
    bands: { zh: '各等次的把握', en: 'how sure each band is' },
    profile: { zh: '一级指标得分率对比', en: 'share of points by category' },
  },
  kind: {
    veto: { zh: '形式审查否决', en: 'veto' },
    'void-expert': { zh: '专家意见无效', en: 'an expert’s sheets void' },
    tie: { zh: '同分裁定', en: 'order of equals' },
    reinstate: { zh: '撤回决定', en: 'a decision taken back' },
    fraud: { zh: '弄虚作假核查', en: 'a fraud flag settled' },
    policy: { zh: '更改汇总规则', en: 'another policy' },
  },
  cause: {
    task: { zh: '任务包告知旧密钥已撤销', en: 'the task named the old ones as revoked' },
    receipt: { zh: '回执告知旧密钥已撤销', en: 'a receipt named the old ones as revoked' },
    asked: { zh: '专家自行更换', en: 'the expert asked for it' },
  },
  what: {
    points: { zh: '分值', en: 'points' },
    gate: { zh: '否决项', en: 'gate' },
    comment: { zh: '评语', en: 'comment' },
    fraud: { zh: '弄虚作假', en: 'fraud flag' },
    state: { zh: '回避或弃权', en: 'recusal or abstention' },
  },
};

const someone: Sentence = { zh: '未能识别的专家', en: 'an expert not recognised' };

const words: Readonly<Record<string, Sentence | undefined>> = eventWords;

/** What happened, in words of a language; an event that a newer program wrote is shown by its name. */
export function describeEvent(event: string, detail: EventDetail, language: Language): string {
  const sentence = words[event];
  if (sentence === undefined) return event;
  const named = Object.fromEntries(
    Object.entries(detail).map(([key, value]) => [key, nameValue(key, value, language)]),
  );
  const expert = detail['expert'] ?? fillSentence(someone, language);
  const code = detail['code'] === undefined ? '' : ` ${detail['code']}`;
  return fillSentence(sentence, language, { ...named, expert, outcome: `${named['verdict'] ?? ''}${code}` });
}

function nameValue(key: string, value: string | number, language: Language): string | number {
  const sentence = valueWords[key]?.[String(value)];
  return sentence === undefined ? value : fillSentence(sentence, language);
}

const roles: Readonly<Record<string, Sentence>> = {
  admin: { zh: '管理员', en: 'admin' },
  staff: { zh: '工作人员', en: 'staff' },
};

/** Who acted, as the log names him. */
export type NamedActor = {
  readonly kind: 'member' | 'expert' | 'command-line';
  readonly name: string | null;
  readonly role: string | null;
};

/** Who acted, in words of a language. */
export function describeActor(actor: NamedActor | null, language: Language): string {
  if (actor === null) return '—';
  if (actor.kind === 'command-line') return language === 'en' ? 'command line' : '命令行';
  const name = actor.name ?? fillSentence(someone, language);
  const role = roles[actor.role ?? ''];
  if (role === undefined) return name;
  return language === 'en' ? `${name} (${role.en})` : name === role.zh ? name : `${name}（${role.zh}）`;
}
