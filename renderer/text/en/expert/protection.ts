import type { Texts } from '../../texts.ts';
import type { protection as original } from '../../zh-CN/expert/protection.ts';

export const protection: Texts<typeof original> = {
  passphrase: 'Passphrase',
  again: 'Passphrase once more',
  rule: 'At least 8 characters, or 12 when it is digits only. Three or four unrelated words make a good one, or a sentence that only you remember.',
  differ: 'The two passphrases differ.',
  setUp: {
    title: 'Choose a passphrase for the review data on this machine',
    why: 'Scores, comments and dossiers are kept on this machine encrypted with it. Should the machine be lost or opened by somebody else, nobody can read them without it. Only you know it: neither the review office nor the maker of this program can recover it, so remember it well.',
    upgrade:
      'This machine holds review tasks saved by an earlier version. Once the passphrase is set they are encrypted too; their content stays the same.',
    verb: 'Set and continue',
    busy: 'Encrypting…',
  },
  unlock: {
    title: 'The review data are locked',
    hint: 'Enter the passphrase that you chose for the review data on this machine. All saved scores and comments are there.',
    verb: 'Unlock',
    busy: 'Checking the passphrase…',
    forgotten: 'Forgot the passphrase…',
  },
  anew: {
    title: 'Forgot the passphrase',
    lost: 'Without the passphrase nobody can open the encrypted scores and dossiers, not even the review office or the maker of this program. Scores not yet exported in a result package are lost and must be given again.',
    office:
      'Exported result packages are not affected. Ask the review office for a new task package and activation code, then start anew.',
    kept: 'The old data are not deleted: they are moved, whole, to a folder beside. Should you remember the passphrase, they can be moved back.',
    agree: 'I understand that scores not exported can no longer be opened',
    verb: 'Move the old data aside and start anew',
    done: 'The old data now lie in the folder “{{folder}}”. You can open a new task package.',
  },
  lock: 'Lock',
  lockHint: 'Lock the review data (when you leave your seat)',
  locked: {
    idle: 'Locked, because nothing was done for a while.',
    system: 'Locked, because the machine slept or its screen was locked.',
  },
  settings: {
    title: 'Protection on this machine',
    idle: 'Lock when nothing was done for',
    minutes: '{{minutes}} minutes',
    never: 'Never by itself',
    system: 'It always locks when the machine sleeps or its screen is locked.',
    change: 'Change the passphrase',
    present: 'Present passphrase',
    next: 'New passphrase',
    changeVerb: 'Change passphrase',
    changed: 'The passphrase was changed; the new one unlocks from now on.',
  },
};
