import FolderOutlined from '@ant-design/icons/es/icons/FolderOutlined';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Grant } from '#shared/ipc/app-calls.ts';
import { bridge } from '../../bridge/bridge.ts';
import { FieldGroup } from '../../ui/field/Field.tsx';

type FolderFieldProps = {
  readonly folder: Grant | null;
  readonly fault: boolean;
  readonly onChoose: (folder: Grant) => void;
};

/** The folder of a new workspace, chosen in the system's dialog. */
export function FolderField({ folder, fault, onChoose }: FolderFieldProps) {
  const { t } = useTranslation('office');

  async function choose(): Promise<void> {
    const chosen = await bridge.chooseFiles({ purpose: 'new-workspace' });
    const first = chosen.ok ? chosen.value[0] : undefined;
    if (first !== undefined) onChoose(first);
  }

  return (
    <FieldGroup label={t('doors.folder')} fault={fault ? t('doors.folderMissing') : null}>
      <div className="door-folder">
        <Button icon={<FolderOutlined />} onClick={() => void choose()}>
          {folder === null ? t('doors.chooseFolder') : t('doors.changeFolder')}
        </Button>
        {folder !== null && <span>{folder.name}</span>}
      </div>
    </FieldGroup>
  );
}
