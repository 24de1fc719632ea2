import type { doors as original } from '../../zh-CN/office/doors.ts';
import type { Texts } from '../../texts.ts';

export const doors: Texts<typeof original> = {
  newTitle: 'New workspace',
  newHint:
    'A workspace is a folder on this machine. It keeps the rounds, the lists, the result packages that come in, and the commission’s keys.',
  folder: 'Place',
  chooseFolder: 'Choose a folder',
  changeFolder: 'Choose another folder',
  folderMissing: 'Choose an empty folder.',
  name: 'Name of the workspace',
  namePlaceholder: 'For example: Review office, Software Division',
  nameMissing: 'Enter a name of at most 60 characters.',
  passphrase: 'Passphrase',
  again: 'Passphrase again',
  differ: 'The two passphrases differ.',
  strength: {
    empty: 'Four or more unrelated words, or at least 12 letters and digits, make a good passphrase.',
    short: 'Too simple. Make it longer.',
    weak: 'Weak. It can be used, but a longer one is better.',
    fair: 'Fair.',
    strong: 'Strong.',
  },
  noRecovery:
    'The passphrase protects the commission’s keys. It cannot be recovered or reset: without it, result packages that came in cannot be opened. Write it down and keep the paper under lock.',
  suite: {
    label: 'Signatures',
    hint: 'Ed25519 is the usual choice. It cannot be changed later; tasks, results and receipts are all signed with it.',
    notCertified:
      'Follows GB/T 32918 and GB/T 32905 and verifies with OpenSSL, but this program is not a certified cryptographic product and does not satisfy a cryptographic assessment. Packages are still encrypted with age. It cannot be changed later.',
    'ed25519-sha256': 'Ed25519 (default)',
    'sm2-sm3': 'SM2/SM3 (not a certified module)',
  },
  understood: 'I understand and will keep the passphrase safe',
  understoodMissing: 'Confirm the notice above first.',
  create: 'Create workspace',
  creating: 'Making the keys and the workspace…',
  openTitle: 'Open workspace',
  openHint: 'Enter the passphrase of “{{name}}”.',
  open: 'Open workspace',
  opening: 'Opening the workspace…',
  demoOpening: 'Preparing the demo round. The first time takes some seconds.',
};
