import { bridge } from '../bridge/bridge.ts';
import { AdminOnly } from './AdminOnly.tsx';
import { MembersPage } from './members/MembersPage.tsx';
import { useOffice } from './office-store.ts';

/** Reads again what the window shows of the workspace, such as its fingerprint. */
async function refreshWorkspace(): Promise<void> {
  const result = await bridge.getWorkspace({});
  if (result.ok) useOffice.setState({ workspace: result.value });
}

/** 成员与密钥, its verbs for admins only. */
export function MembersStage() {
  return (
    <MembersPage
      renderAdminVerbs={(verbs) => (
        <AdminOnly act="manage-members" as="verbs">
          {verbs}
        </AdminOnly>
      )}
      renderKeyVerbs={(verbs) => (
        <AdminOnly act="rotate-keys" as="verbs">
          {verbs}
        </AdminOnly>
      )}
      onKeysChanged={() => void refreshWorkspace()}
    />
  );
}
