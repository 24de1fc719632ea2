import type { app as original } from '../zh-CN/app.ts';
import type { Texts } from '../texts.ts';

export const app: Texts<typeof original> = {
  home: {
    title: 'Start',
    expert: 'I am a reviewer',
    expertHint:
      'Open the task package from the review office, enter its activation code, score offline, sign, and hand the result package back. You can also drop the package anywhere on this window.',
    openTask: 'Open task package',
    tasks: 'My review tasks',
    office: 'I work at the review office',
    officeHint: 'Set up rounds, issue task packages, take in and verify result packages, produce ranked lists.',
    backToWorkspace: 'Back to “{{name}}”',
    openWorkspace: 'Open workspace',
    newWorkspace: 'New workspace',
    demo: 'See a demo first',
    demoHint: 'Walk through the whole flow with fictional demo data. Nothing official is touched.',
    demoKind: 'Demo round',
    openDemo: 'Open demo',
    recent: 'Recent workspaces',
    progress: '{{done}} of {{total}} finished',
    submitted: 'Submitted',
    changed: 'Changed since submission',
    lockedTasks: 'The review tasks on this machine are locked',
    lockedHint: 'Enter the passphrase to go on; everything saved is there.',
    openWork: 'No passphrase protects the review tasks on this machine yet',
    openWorkHint: 'Set a passphrase to go on; everything saved is there.',
    openedAt: 'Last opened {{time}}',
    forget: 'Remove “{{name}}” from the list',
    version: 'Version {{version}}',
  },
  bar: {
    home: 'Back to start',
    textSize: 'Text size',
    textSizes: { size14: 'Normal', size18: 'Large', size22: 'Larger', size26: 'Very large', size30: 'Largest' },
    theme: 'Theme',
    themes: { system: 'Like the system', light: 'Light', dark: 'Dark', contrast: 'High contrast' },
    language: 'Language',
    help: 'All keyboard shortcuts',
  },
  keys: {
    everywhere: 'Everywhere',
    show: 'Show this list',
  },
  secrecy: {
    title: 'Before you start',
    body: 'This software is for unclassified review work. It must not be used to store, process or transmit state secrets. Handle classified application materials separately, as the rules on secrecy require.',
    local:
      'Scores, dossiers and signing keys stay on this machine. The software uses no network and sends nothing to anybody.',
    agree: 'I understand',
  },
  drop: {
    title: 'Release to open',
    hint: 'Task packages are for scoring, receipts confirm delivery; result packages are taken in by the office’s workspace.',
    resultWithoutWorkspace: '“{{name}}” is a result package. Open the office’s workspace first, then drop it there.',
    unknown:
      '“{{name}}” cannot be opened. Reviewers open task packages (.mtxtask) or receipts (.mtxreceipt); result packages (.mtxresult) are taken in by the office’s workspace.',
  },
  crash: {
    title: 'Something unexpected happened and this view has stopped.',
    hint: 'What was saved is safe. Reload the view; contact support if it persists.',
    reload: 'Reload',
  },
};
