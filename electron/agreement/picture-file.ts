import { fail, ok, type Result } from '#shared/base/result.ts';
import type { AgreementCode } from '#shared/agreement/sentences.ts';
import type { PictureFormat, PictureKind } from '#shared/ipc/agreement-calls.ts';
import { writeWhole } from '../audit/sign-head.ts';
import { trace, type Workspace } from '../workspace/workspace.ts';

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The bytes of a picture that a window drew; anything that is not such a picture is refused. */
export function readPicture(format: PictureFormat, content: string): Result<Uint8Array, AgreementCode> {
  if (format === 'png') {
    const bytes = Buffer.from(content, 'base64');
    return bytes.subarray(0, pngSignature.length).equals(pngSignature) ? ok(bytes) : fail('agreement.no-picture');
  }
  const text = content.trimStart();
  const plain =
    /^(?:<\?xml[^>]*\?>\s*)?<svg[\s>]/.test(text) &&
    !/<(?:script|foreignObject)|<[^>]*(?:\son\w+\s*=|javascript:)/i.test(text);
  return plain ? ok(Buffer.from(text, 'utf8')) : fail('agreement.no-picture');
}

export type PictureFile = {
  readonly roundId: string;
  readonly picture: PictureKind;
  readonly format: PictureFormat;
  readonly bytes: Uint8Array;
  readonly path: string;
};

/** Writes a picture under a path and notes that it was taken out. */
export async function savePictureFile(
  workspace: Workspace,
  { bytes, path, ...body }: PictureFile,
): Promise<Result<null>> {
  const written = await writeWhole(path, bytes);
  if (!written.ok) return written;
  workspace.db.transaction(() => trace(workspace, { event: 'picture-saved', body })).immediate();
  return ok(null);
}
