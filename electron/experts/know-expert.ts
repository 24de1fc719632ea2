import type { KnownExpert } from '#shared/experts/interpreted-expert.ts';
import { isSealedColumn } from '../identity/sealed-column.ts';
import { markPhone, phonePlace } from '../workspace/columns.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A telephone number as it is stored: sealed, with its mark, or empty. */
export type StoredPhone = { readonly id: string; readonly phone: string; readonly phone_mark: string };

type Known = StoredPhone & { readonly name: string; readonly unit: string };

/** The experts of a round, as new rows are told from them. */
export function listKnown(workspace: Workspace, roundId: string): KnownExpert[] {
  return workspace.db
    .prepare<[string], Known>(
      `SELECT e.id, e.name, e.unit, e.phone, e.phone_mark
       FROM round_experts r JOIN experts e ON e.id = r.expert_id WHERE r.round_id = ? ORDER BY r.position`,
    )
    .all(roundId)
    .map(({ name, unit, ...stored }) => ({
      name,
      unit,
      fitsPhone: (phone) => phone === '' || stored.phone === '' || isHisPhone(workspace, stored, phone),
    }));
}

/** Whether a number is that of a stored expert: by the number itself where it can be opened, else by its mark. */
export function isHisPhone({ db, columns }: Workspace, stored: StoredPhone, phone: string): boolean {
  if (!isSealedColumn(stored.phone)) return stored.phone === phone;
  if (columns !== undefined) return columns(phonePlace(stored.id), stored.phone) === phone;
  return stored.phone_mark === markPhone(db, phone);
}
