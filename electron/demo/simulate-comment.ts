import type { Candidate } from '#shared/candidates/candidate.ts';
import type { Expert } from '#shared/experts/expert.ts';
import { listExpertGates, type Category, type Rubric } from '#shared/round/rubric.ts';
import type { GateAnswer } from '#shared/scoring/sheet.ts';
import type { PhraseBook } from './phrase-book.ts';
import { basePhrases } from './phrases-base.ts';
import { buildingPhrases } from './phrases-building.ts';
import { collegePhrases } from './phrases-college.ts';
import { productPhrases } from './phrases-product.ts';
import { evaluationVerdicts, verdicts } from './phrases-special.ts';
import { talentPhrases } from './phrases-talent.ts';
import { makeRandom, type DemoRandom } from './random.ts';
import type { Trouble } from './simulate-events.ts';
import { shareOf } from './simulate-points.ts';

type Level = 'strong' | 'fair' | 'weak';

type Matter = {
  readonly candidate: Candidate;
  readonly rubric: Rubric;
  readonly points: Readonly<Record<string, number>>;
  readonly expert: Expert;
  readonly seed: number;
  readonly trouble: Trouble | null;
};

type Remark = { readonly gates: Record<string, GateAnswer>; readonly fraud: boolean; readonly comment: string };

const books: readonly PhraseBook[] = [buildingPhrases, productPhrases, talentPhrases, collegePhrases, basePhrases];
const evaluations: ReadonlySet<PhraseBook> = new Set([collegePhrases, basePhrases]);

/** Answers to the gates, the mark 弄虚作假 and 评语, so that a failed gate and a mark are always explained. */
export function remarkOn(matter: Matter): Remark {
  const random = makeRandom(matter.seed, 'remark', matter.expert.name, matter.expert.unit, matter.candidate.code);
  const failed = matter.trouble?.what === 'gate' && random.chance(0.86) ? matter.trouble : null;
  const fraud = matter.trouble?.what === 'fraud' && random.chance(0.5) ? matter.trouble : null;
  const gates = listExpertGates(matter.rubric).map(({ id }) => [id, id === failed?.gateId ? 'fail' : 'pass'] as const);
  const warning = failed ?? fraud;
  const comment = warning === null ? writeComment(matter, random) : warn(warning, random);
  return { gates: Object.fromEntries(gates), fraud: fraud !== null, comment };
}

function warn({ what, remark }: Trouble, random: DemoRandom): string {
  const ways =
    what === 'gate'
      ? [`${remark}。`, `经核对材料，${remark}。`, `${remark}，故判不通过。`, `否决项不通过：${remark}。`]
      : [`${remark}。`, `${remark}。已勾选弄虚作假，请核查后再定。`, `请评审办核查：${remark}。`];
  return random.pick(ways);
}

/** Experts differ: some write two sentences, some a clause, some nothing. */
function writeComment({ candidate, rubric, points, expert, seed }: Matter, random: DemoRandom): string {
  const book = books.find((each) => rubric.categories.every(({ id }) => each[id] !== undefined));
  const words = makeRandom(seed, 'style', expert.name).unit();
  const overall = levelOf(shareOf(rubric, points));
  const verdict = random.pick((book !== undefined && evaluations.has(book) ? evaluationVerdicts : verdicts)[overall]);
  if (random.chance(words < 0.25 ? 0.3 : 0.06)) return '';
  if (random.chance(0.12)) return `${verdict}。`;
  const ranked = rubric.categories.toSorted((a, b) => shareOf(rubric, points, b.id) - shareOf(rubric, points, a.id));
  const [best, worst] = [ranked[0], ranked.at(-1)];
  if (best === undefined || worst === undefined) return `${verdict}。`;
  const say = (category: Category, least: Level): string =>
    phraseOn(category, book, higherOf(levelOf(shareOf(rubric, points, category.id)), least), random);
  if (words < 0.25) return `${say(overall === 'weak' ? worst : best, 'weak')}。`;
  const fact = random.chance(0.22) ? citeFigure(candidate, random) : '';
  const end = random.chance(0.4) ? `${verdict}。` : '';
  return `${fact}${say(best, 'weak')}；${say(worst, overall === 'strong' ? 'fair' : 'weak')}。${end}`;
}

function phraseOn({ id, name }: Category, book: PhraseBook | undefined, level: Level, random: DemoRandom): string {
  const known = book?.[id]?.[level];
  if (known !== undefined) return random.pick(known);
  const plain = { strong: '材料充分，完成情况好', fair: '基本符合要求，尚可改进', weak: '材料不足，有待加强' };
  return `“${name}”方面${plain[level]}`;
}

/** A good candidate's weakest side is called fair, not poor. */
function higherOf(level: Level, least: Level): Level {
  return level === 'weak' && least !== 'weak' ? least : level;
}

/** Anchors of the built-in rubrics part at about the same shares. */
function levelOf(share: number): Level {
  if (share >= 0.83) return 'strong';
  return share >= 0.72 ? 'fair' : 'weak';
}

/** Figures worth citing, with the unit to say where the label has none. */
const spoken: Readonly<Record<string, string>> = {
  软信企业数: '家',
  从业人员: '人',
  软件收入: '万元',
  优质企业数: '家',
  研发投入: '万元',
  销售额: '万元',
  用户数: '家',
  团队人数: '人',
  企业导师: '人',
  合作企业: '家',
  年接收人数: '人',
  真实项目数: '个',
  就业数: '人',
};

/** One declared figure with its unit, as a way into the comment; empty when the candidate declares none. */
function citeFigure({ fields }: Candidate, random: DemoRandom): string {
  const figures = fields.flatMap(({ label, value }) => {
    const name = label.split(/[（(]/)[0] ?? '';
    const unit = spoken[name];
    return unit === undefined || !/^\d[\d.,]*$/.test(value) ? [] : [{ name, said: value + unit }];
  });
  if (figures.length === 0) return '';
  const { name, said } = random.pick(figures);
  return random.pick([
    `申报${name}${said}，佐证较全。`,
    `${name}${said}，与附件基本相符。`,
    `核对附件，${name}为${said}。`,
  ]);
}
