import { isNormalText } from '../base/text.ts';
import { packageLimits } from './limits.ts';

// A string is refused for a lone surrogate or a control character other than LF.
const strangeCharacter = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]|\p{Surrogate}/u;
/** What needs no closer look; most keys and ids are of this kind. */
const plainAscii = /^[\n -~]*$/;
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** Parses JSON; undefined when it is none. Says nothing about its form. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Whether a JSON text is in the one form that packages allow: it equals, byte for byte, its own re-serialisation
 * without white space (so duplicate keys, other escapes and number forms cannot pass); numbers are safe integers; text
 * is NFC without control characters except LF; nesting is at most 16; keys that could reach a prototype do not occur.
 * @param value what `text` parses to
 */
export function isCanonicalJson(value: unknown, text: string): boolean {
  return isAllowed(value, 0) && JSON.stringify(value) === text;
}

const [quote, backslash, comma, openBracket, openBrace] = [0x22, 0x5c, 0x2c, 0x5b, 0x7b];

/**
 * Whether a JSON text holds at most so many values and keys, before it is parsed: three bytes of text can become 80 in
 * memory. Counts what opens or separates values outside strings; of other texts it says anything, and they do not parse.
 */
export function hasFewValues(json: Uint8Array, most: number): boolean {
  let count = 1;
  let inText = false;
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at];
    if (inText && byte === backslash) at += 1;
    else if (byte === quote) inText = !inText;
    else if (!inText && (byte === comma || byte === openBracket || byte === openBrace)) count += 1;
    if (count > most) return false;
  }
  return true;
}

function isAllowed(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return isPlainText(value);
  if (typeof value === 'number') return Number.isSafeInteger(value);
  if (typeof value !== 'object' || value === null) return typeof value === 'boolean' || value === null;
  if (depth === packageLimits.nesting) return false;
  if (Array.isArray(value)) return value.every((item) => isAllowed(item, depth + 1));
  return Object.entries(value).every(
    ([key, item]) => !forbiddenKeys.has(key) && isPlainText(key) && isAllowed(item, depth + 1),
  );
}

function isPlainText(text: string): boolean {
  return plainAscii.test(text) || (!strangeCharacter.test(text) && isNormalText(text));
}
