import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { describeEvent } from '#shared/trace/describe-event.ts';
import { pictureKindSchema } from '#shared/ipc/agreement-calls.ts';
import { savePictureFile } from '#electron/agreement/picture-file.ts';
import { listLog } from '#electron/audit/list-log.ts';
import type { UnlockedWorkspace } from '#electron/workspace/workspace.ts';
import { value } from '../../pipeline/make-round.ts';
import { temporaryRound } from '../../pipeline/temporary-round.ts';

const temporary = temporaryRound('each', { candidates: 1, experts: 1 });
let folder: string;
let workspace: UnlockedWorkspace;
let roundId: string;
beforeEach(() => void ({ folder, workspace, roundId } = temporary));

const picture = { picture: 'heat', format: 'svg', bytes: Buffer.from('<svg/>') } as const;

describe('a picture that is saved', () => {
  it('lies where it was asked for, and the log says who took which one out', async () => {
    const path = join(folder, '图.svg');
    value(await savePictureFile(workspace, { ...picture, roundId, path }));
    expect(readFileSync(path, 'utf8')).toBe('<svg/>');
    const [last] = value(listLog(workspace));
    expect(last).toMatchObject({
      event: 'picture-saved',
      roundId,
      actor: { kind: 'member' },
      detail: { picture: 'heat', format: 'svg' },
    });
    expect(describeEvent('picture-saved', last?.detail ?? {}, 'zh-CN')).toBe('保存分析图：专家 × 评审对象总分（svg）');
  });

  it('is not noted when it could not be written', async () => {
    const before = value(listLog(workspace)).length;
    writeFileSync(join(folder, 'a-file'), '');
    const path = join(folder, 'a-file', 'a.svg');
    expect(await savePictureFile(workspace, { ...picture, roundId, path })).toMatchObject({ ok: false });
    expect(value(listLog(workspace))).toHaveLength(before);
  });

  it('has words in both languages, whichever it is', () => {
    for (const kind of pictureKindSchema.options)
      for (const language of ['zh-CN', 'en'] as const)
        expect(describeEvent('picture-saved', { picture: kind, format: 'png' }, language)).not.toMatch(
          new RegExp(`[:：] ?${kind} ?[(（]`),
        );
  });
});
