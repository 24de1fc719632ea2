import { asciiBytes } from '../base/bytes.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { Sha256 } from './activation-code.ts';
import { decodeCrockford, encodeCrockford, normaliseCrockford } from './crockford.ts';
import type { IdentityCode } from './sentences.ts';

/** 32 bytes are 52 symbols of 5 bits, the last 4 bits of them zero. */
const groups = 13;
const groupSymbols = 4;
const groupLength = groupSymbols + 1;

/**
 * 恢复密钥 as it stands on paper: 13 groups of 5 Crockford symbols, the fifth of each checking its four and their place, so
 * that a slip of the hand is found in its group.
 * @param secret 32 bytes
 */
export function formatPaperKey(secret: Uint8Array, sha256: Sha256): string {
  const padded = new Uint8Array([...secret, 0]);
  const symbols = encodeCrockford(padded, groups * groupSymbols);
  return Array.from({ length: groups }, (_, index) => {
    const group = symbols.slice(index * groupSymbols, (index + 1) * groupSymbols);
    return group + checkSymbol(group, index, sha256);
  }).join('-');
}

/** Reads a paper key as people type it. @returns 32 bytes */
export function parsePaperKey(typed: string, sha256: Sha256): Result<Uint8Array, IdentityCode> {
  const { symbols, strange } = normaliseCrockford(typed);
  if (symbols === '') return fail('identity.paper-empty');
  if (strange !== null) return fail('identity.paper-symbol', { symbol: strange });
  if (symbols.length !== groups * groupLength) return fail('identity.paper-length', { count: symbols.length });
  let plain = '';
  for (let index = 0; index < groups; index += 1) {
    const group = symbols.slice(index * groupLength, (index + 1) * groupLength);
    const body = group.slice(0, groupSymbols);
    if (group !== body + checkSymbol(body, index, sha256)) return fail('identity.paper-typo', { group: index + 1 });
    plain += body;
  }
  const bytes = decodeCrockford(plain);
  return bytes[32] === 0 ? ok(bytes.slice(0, 32)) : fail('identity.paper-typo', { group: groups });
}

function checkSymbol(group: string, index: number, sha256: Sha256): string {
  return encodeCrockford(sha256(asciiBytes(`${index + 1}:${group}`)), 1);
}
