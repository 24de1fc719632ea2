import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DossierFile } from '#shared/candidates/candidate.ts';
import { formatTime, makeId } from '#shared/base/ids.ts';
import { machineEntropy } from '#electron/base/machine-entropy.ts';
import { createActivationCode, readActivationCode } from '#electron/identity/activation-code.ts';
import { createKeys, loadKeys } from '#electron/identity/keys.ts';
import { measureDataFile, type DataFile } from '#electron/packages/data-file.ts';
import { openTask } from '#electron/packages/open-task.ts';
import { sealTask } from '#electron/packages/seal-task.ts';
import { folderSink } from '#electron/packages/sink.ts';
import { loadTemplate } from '#electron/round/templates.ts';
import { value } from '../pipeline/make-round.ts';
import { median, show, time, type Figure } from './measure.ts';

const files = 20;
const fileBytes = 10 * 1024 * 1024;

/** Sealing and opening a task package with 200 MiB of dossiers, with the peak of memory above what was there before. */
export async function measureSealing(folder: string): Promise<Figure[]> {
  const contents = await writeContents(folder);
  const keys = loadKeys(await createKeys('commission', machineEntropy));
  const code = createActivationCode(machineEntropy, keys.signer.fingerprint);
  const { secret } = value(readActivationCode(code));
  const path = join(folder, 'large.mtxtask');
  const body = taskBody(
    contents.map(({ file }) => file),
    keys.recipient,
  );
  const byHash = new Map(contents.map(({ data }) => [data.sha256, data]));
  const before = process.memoryUsage().rss;
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
  const seals = await time(3, async () =>
    value(
      await sealTask({
        path,
        signer: keys.signer,
        mode: 'official',
        body,
        seq: 1,
        previous: null,
        issuedAt: formatTime(machineEntropy.now()),
        lock: { by: 'code', secret },
        findDossier: (sha256) => byHash.get(sha256) ?? null,
      }),
    ),
  );
  const opens = await time(3, async (run) => {
    const sink = join(folder, `sink-${run}`);
    mkdirSync(sink);
    value(await openTask({ file: path, staging: folder, unlock: { by: 'code', code }, sink: folderSink(sink) }));
  });
  clearInterval(watch);
  const grown = ((peak - before) / 1024 / 1024).toFixed(0);
  return [
    { what: 'seal 200 MiB of dossiers', measured: show(median(seals)), beside: 'goal 8 s' },
    { what: 'open the same, storing every file', measured: show(median(opens)), beside: 'goal 8 s' },
    { what: 'memory above idle while doing so', measured: `${grown} MiB`, beside: 'goal 150 MiB' },
  ];
}

async function writeContents(folder: string): Promise<{ file: DossierFile; data: DataFile }[]> {
  const contents = [];
  for (let index = 0; index < files; index += 1) {
    const path = join(folder, `dossier-${index}.bin`);
    writeFileSync(path, machineEntropy.randomBytes(fileBytes));
    const data = value(await measureDataFile(path));
    const { sha256, size } = data;
    contents.push({ file: { sha256, size, mediaType: 'application/octet-stream', name: `材料${index}.bin` }, data });
  }
  return contents;
}

function taskBody(dossiers: DossierFile[], recipient: string) {
  const { design } = value(loadTemplate('building'));
  const now = formatTime(machineEntropy.now());
  const [track] = design.tracks;
  if (track === undefined) throw new Error('the template has no track');
  const [roundId, expertId, candidateId] = [0, 1, 2].map(() => makeId(machineEntropy));
  const round = {
    id: roundId ?? '',
    title: '测速',
    kind: design.kind,
    deadline: null,
    instructions: '',
    eligibility: design.eligibility,
    createdAt: now,
  };
  return {
    round,
    rubrics: design.rubrics,
    tracks: design.tracks,
    policy: design.policy,
    expert: { id: expertId ?? '', name: '专家甲', unit: '', title: '', leader: false },
    candidates: [
      { id: candidateId ?? '', code: 'B01', name: '对象', unit: '', trackId: track.id, fields: [], dossiers },
    ],
    reviewRequests: [],
    escrow: null,
    deliver: { office: '评审办', recipient, address: null },
  };
}
