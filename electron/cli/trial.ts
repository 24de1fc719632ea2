import { fail, ok, type Result } from '#shared/base/result.ts';
import type { Quotas } from '#shared/decisions/decision.ts';
import type { Move } from '#shared/ranking/compare-rankings.ts';
import type { Policy } from '#shared/round/policy.ts';
import type { Round } from '#shared/round/round.ts';
import { tryRules, type Trial, type TrialChange } from '../decisions/try-rules.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { OptionValues } from './command.ts';
import { findExpert } from './decide.ts';
import { optionalText } from './options.ts';
import { readPolicy } from './round.ts';

/** The policy of `--policy`; null without one. */
export function readPolicyOption(options: OptionValues): Result<Policy | null> {
  const file = optionalText(options, 'policy');
  return file === undefined ? ok(null) : readPolicy(file);
}

/** Ranks under what `--policy --void --quotas` change; null when that is nothing. */
export function tryOptions(
  workspace: Workspace,
  round: Round,
  options: OptionValues,
  policy: Policy | null,
): Result<Trial | null> {
  const change = readTrial(workspace, round, options, policy);
  if (!change.ok || change.value === null) return change.ok ? ok(null) : change;
  return tryRules(workspace, round.id, change.value);
}

function readTrial(
  workspace: Workspace,
  round: Round,
  options: OptionValues,
  policy: Policy | null,
): Result<TrialChange | null> {
  const names = optionalText(options, 'void');
  const quotas = readQuotas(round, optionalText(options, 'quotas'));
  if (!quotas.ok) return quotas;
  const voidExperts: string[] = [];
  for (const name of names?.split(/[、,，]/) ?? []) {
    const expert = findExpert(workspace.db, round.id, name.trim());
    if (!expert.ok) return expert;
    voidExperts.push(expert.value);
  }
  if (policy === null && voidExperts.length === 0 && Object.keys(quotas.value).length === 0) return ok(null);
  return ok({ policy, quotas: quotas.value, voidExperts });
}

/** `TRACK=N,TRACK=N`; a track by its id or name. */
function readQuotas({ design }: Round, text: string | undefined): Result<Quotas> {
  const quotas: Record<string, number> = {};
  for (const part of text?.split(/[,，]/) ?? []) {
    const [named = '', count = ''] = part.split('=').map((word) => word.trim());
    const track = design.tracks.find(({ id, name }) => id === named || name === named);
    if (track === undefined) return fail('round.track-unknown', { track: named });
    if (!/^\d{1,6}$/.test(count)) return fail('cli.number', { option: 'quotas', min: 0, max: 100_000 });
    quotas[track.id] = Number(count);
  }
  return ok(quotas);
}

/** What changes, one line a candidate. */
export function describeMoves(moves: readonly Move[], english: boolean): string[] {
  const head = english
    ? `${moves.length} candidates would stand otherwise`
    : `与现排名相比，${moves.length} 个评审对象有变动`;
  const place = (rank: number | null): string => String(rank ?? '—');
  const words = english ? { in: 'comes in', out: 'falls out' } : { in: '进入', out: '退出' };
  return [
    head,
    ...moves.map(
      ({ code, name, from, to, crosses }) =>
        `  ${place(from.rank).padStart(3)} → ${place(to.rank).padEnd(3)} ${code.padEnd(8)} ${name}${crosses === null ? '' : `  ${words[crosses]}`}`,
    ),
    '',
  ];
}
