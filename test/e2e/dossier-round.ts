import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const run = promisify(execFile);
const passphrase = '山高水长 风清月朗';

/**
 * Issues a round of one candidate, whose dossier these files are, to one expert; by the command line.
 * @returns the task package and its activation code
 */
export async function issueDossiers(
  folder: string,
  files: Readonly<Record<string, Uint8Array | string>>,
): Promise<[file: string, code: string]> {
  const mtx = async (...words: readonly string[]): Promise<unknown> => {
    const script = join(import.meta.dirname, '..', '..', 'dist', 'main', 'mtx.cjs');
    const env = { ...process.env, MTX_PASSPHRASE: passphrase };
    const { stdout } = await run(process.execPath, [script, ...words, '--json'], { cwd: folder, env });
    return JSON.parse(stdout);
  };
  await mkdir(join(folder, 'dossiers', 'B01'), { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, 'dossiers', 'B01', name), content);
  await writeFile(join(folder, 'candidates.csv'), '编号,名称,申报单位\nB01,星澜大厦,甲公司\n');
  await writeFile(join(folder, 'experts.csv'), '姓名,单位\n徐春燕,岷数数字经济研究中心\n');
  await mtx('workspace', 'init', 'ws', '--name', '评审办');
  const round = await mtx('round', 'create', '--template', 'building', '--workspace', 'ws', '--title', '材料测试');
  const { roundId } = z.object({ roundId: z.string() }).parse(round);
  const inRound = ['--workspace', 'ws', '--round', roundId];
  await mtx('candidates', 'import', 'candidates.csv', '--dossiers', 'dossiers', ...inRound);
  await mtx('experts', 'import', 'experts.csv', ...inRound);
  await mtx('assign', '--per-candidate', 'all', ...inRound);
  const issued = await mtx('issue', '--out', 'tasks', ...inRound);
  const [task] = z.array(z.object({ code: z.string(), file: z.string() })).parse(taskList(issued));
  if (task === undefined) throw new Error('no task was issued');
  return [join(folder, 'tasks', task.file), task.code];
}

function taskList(issued: unknown): unknown {
  return z.object({ tasks: z.unknown() }).parse(issued).tasks;
}
