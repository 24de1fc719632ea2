import type { Texts } from '../../texts.ts';
import type { renewal as original } from '../../zh-CN/expert/renewal.ts';

export const renewal: Texts<typeof original> = {
  officeKey: 'Office key',
  ownKey: 'Your key',
  renewedByTask:
    'The office has revoked your earlier key and takes it no longer. This computer has made a new one for you; score as usual and submit with this task.',
  keyGone:
    'This task was sealed to the old key of your registration card, which is out of use; it cannot be submitted with. Make a new card, have the office enrol it, and open the task that it issues again.',
  verb: 'Renew the key…',
  title: 'Renew the key',
  when: 'Only when the office tells you that your key was revoked, or when a result was refused because of its key.',
  effect:
    'Results of this task will be signed with a new key; the old one is deleted from this computer for good. An office that still has the old key enrolled has to revoke it first. Scores and dossiers stay as they are.',
  confirm: 'Renew the key',
  done: 'A new key is in use.',
  byReceiptCard:
    'This task was sealed to the old key of your registration card, which is out of use now. Make a new card, have the office enrol it, and open the task that it issues again; or ask for one with an activation code.',
};
