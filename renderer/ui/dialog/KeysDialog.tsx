import { useTranslation } from 'react-i18next';
import { useShortcutGroups, type Shortcut } from '../keyboard/shortcuts.ts';
import { Dialog } from './Dialog.tsx';

function Keys({ keys }: Pick<Shortcut, 'keys'>) {
  return (
    <dt>
      {keys.split('+').map((key) => (
        <kbd key={key}>{keyNames[key] ?? key}</kbd>
      ))}
    </dt>
  );
}

const keyNames: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };

/** All shortcuts that work on the present screen. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const groups = useShortcutGroups((state) => state.groups);
  return (
    <Dialog title={t('keys')} onClose={onClose}>
      {groups.toReversed().map(({ title, list }) => (
        <section key={title} className="keys-group">
          <h3>{title}</h3>
          <dl>
            {list().map(({ keys, label }) => (
              <div key={keys}>
                <Keys keys={keys} />
                <dd>{label}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
