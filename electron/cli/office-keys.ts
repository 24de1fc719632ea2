import { resolve } from 'node:path';
import { fail, ok } from '#shared/base/result.ts';
import { formatFingerprint } from '#shared/identity/fingerprint.ts';
import { currentKey } from '#shared/packages/check-roster.ts';
import { listActive } from '#shared/packages/roster.ts';
import { loadRoster } from '../workspace/load-roster.ts';
import { createRecoveryKey, restoreAdmin } from '../workspace/recovery.ts';
import { rotateKeys } from '../workspace/rotate-keys.ts';
import type { Run } from './command.ts';
import { readNewPassphrase } from './members.ts';
import { optionalText } from './options.ts';
import { readFirstLine } from './passphrase.ts';
import { withUnlockedWorkspace, withWorkspace } from './workspace.ts';

/** `mtx recovery create`: prints the key, which is kept nowhere else. */
export const createRecovery: Run = (input, context) =>
  withUnlockedWorkspace(input, context, async (workspace) => {
    const made = await createRecoveryKey(workspace);
    if (!made.ok) return made;
    const { groups, identity, recipient } = made.value;
    const head =
      context.language === 'en'
        ? `Recovery key of “${workspace.about.name}”. Write it down; it is kept nowhere and replaces any before it.`
        : `“${workspace.about.name}”的恢复密钥。请抄写或打印后妥善保管：它不保存在任何地方，并取代以前的恢复密钥。`;
    return ok({ json: { key: groups, identity, recipient }, text: `${head}\n\n${groups}\n\n${identity}`, exit: 0 });
  });

/** `mtx recovery restore`: an admin gets in again by the paper key alone, with a new passphrase. */
export const restore: Run = (input, context) =>
  withWorkspace(input, context, async (workspace) => {
    const file = optionalText(input.options, 'key-file');
    const paper = file === undefined ? await context.readPassphrase(false, 'paper') : readFirstLine(resolve(file));
    if (paper === null) return fail('identity.paper-empty');
    const passphrase = await readNewPassphrase(input.options, context);
    if (passphrase === null) return fail('workspace.new-passphrase-missing');
    const restored = await restoreAdmin(workspace, { paper, passphrase, member: context.member });
    if (!restored.ok) return restored;
    const { id, name } = restored.value.member;
    const text =
      context.language === 'en'
        ? `“${name}” signs in with the new passphrase from now on.`
        : `今后“${name}”用新口令登录。`;
    return ok({ json: { id, name, role: 'admin' }, text, exit: 0 });
  });

/** `mtx keys rotate` */
export const rotate: Run = (input, context) =>
  withUnlockedWorkspace(input, context, async (workspace) => {
    const rotated = await rotateKeys(workspace);
    if (!rotated.ok) return rotated;
    const { fingerprint } = rotated.value.keys.signer;
    const before = workspace.keys.signer.fingerprint;
    const text =
      context.language === 'en'
        ? `New commission key ${formatFingerprint(fingerprint)}\nTasks issued and results made before stay valid.`
        : `评审办新密钥 ${formatFingerprint(fingerprint)}\n此前下发的任务和交回的结果仍然有效。`;
    return ok({ json: { fingerprint, before }, text, exit: 0 });
  });

/** `mtx roster verify`: the chain of signed rosters and the tables against it; no passphrase is needed. */
export const verifyRoster: Run = (input, context) =>
  withWorkspace(input, context, (workspace) => {
    const found = loadRoster(workspace);
    if (!found.ok) return found;
    if (found.value === null) return fail('identity.no-roster');
    const { roster, statement } = found.value;
    const { fingerprint } = currentKey(roster);
    const members = listActive(roster.members).map(({ id, name, role }) => ({ id, name, role }));
    const keys = roster.experts.flatMap((expert) => expert.keys);
    const counts = { experts: keys.length, revoked: keys.filter(({ revoked }) => revoked !== null).length };
    const english = context.language === 'en';
    const text = [
      english ? `Roster ${roster.seq} holds, from the first on.` : `第 ${roster.seq} 号名册成立，自第一号起环环相扣。`,
      `  ${english ? 'statement' : '声明'} ${statement}`,
      `  ${english ? 'commission key' : '评审办密钥'} ${formatFingerprint(fingerprint)}`,
      ...members.map(({ name, role }) => `  ${name}  ${role}`),
      english
        ? `  ${counts.experts} experts’ keys, ${counts.revoked} revoked`
        : `  专家密钥 ${counts.experts} 把，已撤销 ${counts.revoked} 把`,
    ].join('\n');
    const json = { seq: roster.seq, statement, fingerprint, rotations: roster.rotations.length, members, ...counts };
    return ok({ json: { ok: true, ...json }, text, exit: 0 });
  });
