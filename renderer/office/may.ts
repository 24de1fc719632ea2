import { mayAct, type Act } from '#shared/identity/acts.ts';
import { useOffice } from './office-store.ts';

/** Whether the member who has signed in may do an act. The core decides; this only says so before it is tried. */
export function useMay(act: Act): boolean {
  return useOffice(({ workspace }) => workspace === null || mayAct(workspace.member.role, act));
}
