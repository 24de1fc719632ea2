import { ok } from '#shared/base/result.ts';
import { describeFailure } from '#shared/text/sentences.ts';
import { assignExperts } from '../assignment/assign-experts.ts';
import { loadCandidates } from '../candidates/list-candidates.ts';
import { loadExperts } from '../experts/list-experts.ts';
import type { Run } from './command.ts';
import { textOption, wholeNumber } from './options.ts';
import { withActingMember } from './workspace.ts';

/** `mtx assign` */
export const run: Run = (input, context) =>
  withActingMember(input, context, (workspace) => {
    const { options } = input;
    const roundId = textOption(options, 'round');
    const everybody = textOption(options, 'per-candidate') === 'all';
    const number = everybody ? ok(0) : wholeNumber(options, 'per-candidate', { min: 1, max: 1000 }, 1);
    if (!number.ok) return number;
    const seed = wholeNumber(options, 'seed', { min: 0, max: 2 ** 31 - 1 }, 1);
    if (!seed.ok) return seed;
    const perCandidate = everybody ? 'all' : number.value;
    const assigned = assignExperts(workspace, { roundId, perCandidate, seed: seed.value });
    if (!assigned.ok) return assigned;
    const { pairs, conflicts, shortfalls } = assigned.value;
    const loads = loadExperts(workspace.db, roundId).map(({ id, name }) => ({
      expertId: id,
      name,
      load: pairs.filter(([expertId]) => expertId === id).length,
    }));
    const counts = loads.map(({ load }) => load);
    const least = Math.min(...counts);
    const most = Math.max(...counts);
    const text =
      context.language === 'en'
        ? `${pairs.length} assignments, loads ${least}–${most}, ${conflicts.length} conflicts kept apart, ${shortfalls.length} candidates short of experts`
        : `共分配 ${pairs.length} 项，每人 ${least}–${most} 个；避开利益关系 ${conflicts.length} 处；专家不足的评审对象 ${shortfalls.length} 个`;
    const candidates = new Map(loadCandidates(workspace.db, roundId).map((each) => [each.id, each]));
    const short = shortfalls.map(({ candidateId, missing }) => {
      const { code, name } = candidates.get(candidateId) ?? { code: candidateId, name: '' };
      const detail = { candidate: `${code} ${name}`, wanted: number.value, assigned: number.value - missing };
      return `  ${describeFailure({ code: 'assignment.too-few-experts', detail }, context.language)}`;
    });
    return ok({
      json: { roundId, pairs: pairs.length, loads, conflicts, shortfalls },
      text: [text, ...short].join('\n'),
      exit: shortfalls.length > 0 ? 1 : 0,
    });
  });
