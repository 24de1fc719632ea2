import { sha256Hex } from '#electron/base/digest.ts';
import { z } from 'zod';
import type { Sample } from './subject.ts';

const envelopeSchema = z.object({ payload: z.string() });
const payloadSchema = z.object({ predicate: z.looseObject({}) });

/** Takes a good package apart. @param zip its plain ZIP; null: the file is an envelope by itself */
export function readSample(file: Buffer, zip: Buffer | null): Sample {
  const members = zip === null ? [{ name: 'statement.dsse.json', content: file }] : listMembers(zip);
  const envelope = members.find(({ name }) => name === 'statement.dsse.json')?.content.toString() ?? '';
  const payload = Buffer.from(envelopeSchema.parse(JSON.parse(envelope)).payload, 'base64');
  const { predicate } = payloadSchema.parse(JSON.parse(payload.toString()));
  const data = members.filter(({ name }) => name.startsWith('data/'));
  return { file, zip, payload: payload.toString(), predicate, data, statement: sha256Hex(payload) };
}

function listMembers(zip: Buffer): { readonly name: string; readonly content: Buffer }[] {
  const members: { readonly name: string; readonly content: Buffer }[] = [];
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50;) {
    const start = at + 30 + zip.readUInt16LE(at + 26);
    const end = start + zip.readUInt32LE(at + 18);
    members.push({ name: zip.toString('latin1', at + 30, start), content: zip.subarray(start, end) });
    at = end;
  }
  return members;
}
