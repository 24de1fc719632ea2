import { fail, ok, type Result } from '#shared/base/result.ts';
import type { AgreementCode } from '#shared/agreement/sentences.ts';
import type { PictureFormat } from '#shared/ipc/agreement-calls.ts';

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The bytes of a picture that a window drew; anything that is not such a picture is refused. */
export function readPicture(format: PictureFormat, content: string): Result<Uint8Array, AgreementCode> {
  if (format === 'png') {
    const bytes = Buffer.from(content, 'base64');
    return bytes.subarray(0, pngSignature.length).equals(pngSignature) ? ok(bytes) : fail('agreement.no-picture');
  }
  const text = content.trimStart();
  const plain =
    /^(?:<\?xml[^>]*\?>\s*)?<svg[\s>]/.test(text) && !/<script|<foreignObject|\son\w+\s*=|javascript:/i.test(text);
  return plain ? ok(Buffer.from(text, 'utf8')) : fail('agreement.no-picture');
}
