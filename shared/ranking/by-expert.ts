import type { Field } from './gather.ts';

/** Slots of each expert of a track, experts in their order. */
export function slotsByExpert({ experts }: Field): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>();
  for (const [slot, expert] of experts.entries()) {
    const group = groups.get(expert);
    if (group === undefined) groups.set(expert, [slot]);
    else group.push(slot);
  }
  return groups;
}
