import { sm2 as curve } from 'sm-crypto-v2';
import type { Suite } from './suite.ts';

// RFC 5480 with the curve of GB/T 32918.5 (OID 1.2.156.10197.1.301): a fixed prefix and an uncompressed point of 65 bytes.
const publicPrefix = Buffer.from('3059301306072a8648ce3d020106082a811ccf5501822d034200', 'hex');
const pointBytes = 65;
const uncompressed = 0x04;
const secretBytes = 32;
/** Order of the curve (GB/T 32918.5, section 2). */
const order = BigInt('0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123');
/** The signer's id where nobody agreed on another (GM/T 0009, section 10). */
const userId = '1234567812345678';

/**
 * SM2 signatures with SM3 digests (GB/T 32918.2, GB/T 32905), as openssl makes them with `distid:1234567812345678`; the
 * signature in DER. The private key is its scalar, 32 bytes, big-endian. Node's and Electron's own cryptography have no
 * SM2, so this is plain JavaScript; it is not a certified cryptographic module.
 */
export const sm2: Suite = {
  makeSecret: (entropy) => {
    for (;;) {
      const secret = entropy.randomBytes(secretBytes);
      if (isSecret(secret)) return secret;
    }
  },
  loadSecret: (secret) => {
    if (!isSecret(secret)) throw new RangeError('an SM2 private key is a number from 1 to n − 2 in 32 bytes');
    const scalar = hex(secret);
    const point = curve.getPublicKeyFromPrivateKey(scalar);
    return {
      publicKey: Buffer.concat([publicPrefix, Buffer.from(point, 'hex')]),
      sign: (message) => {
        const digest = Buffer.from(curve.getHash(message, point, userId), 'hex');
        return encodeSignature(Buffer.from(curve.doSignature(digest, scalar), 'hex'));
      },
    };
  },
  loadPublic: (der) => {
    if (der.length !== publicPrefix.length + pointBytes) return null;
    if (!der.subarray(0, publicPrefix.length).equals(publicPrefix)) return null;
    if (der[publicPrefix.length] !== uncompressed) return null;
    const point = hex(der.subarray(publicPrefix.length));
    if (!isOnCurve(point)) return null;
    return (message, signature) => {
      const numbers = decodeSignature(signature);
      if (numbers === null) return false;
      const digest = Buffer.from(curve.getHash(message, point, userId), 'hex');
      return curve.doVerifySignature(digest, numbers, point);
    };
  },
};

function isSecret(secret: Uint8Array): boolean {
  if (secret.length !== secretBytes) return false;
  const number = BigInt(`0x${hex(secret)}`);
  return number >= 1n && number <= order - 2n;
}

function isOnCurve(point: string): boolean {
  try {
    return curve.verifyPublicKey(point);
  } catch {
    return false;
  }
}

/** `SEQUENCE { r INTEGER, s INTEGER }` (GM/T 0009, section 7.3) of two numbers of 32 bytes. */
function encodeSignature(numbers: Buffer): Buffer {
  const parts = [numbers.subarray(0, secretBytes), numbers.subarray(secretBytes)].map(encodeInteger);
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([0x30, body.length]), body]);
}

function encodeInteger(number: Buffer): Buffer {
  const bytes = number.subarray(number.findIndex((byte) => byte !== 0));
  const content = bytes.readUInt8(0) < 0x80 ? bytes : Buffer.concat([Buffer.alloc(1), bytes]);
  return Buffer.concat([Buffer.from([0x02, content.length]), content]);
}

/**
 * Both numbers as 128 hexadecimal digits; null unless they lie between 1 and n − 1 and stand in their one DER encoding
 * (the library by itself reads many forms and checks no range).
 */
function decodeSignature(der: Uint8Array): string | null {
  const lengthOfFirst = der[3] ?? 0;
  const start = 4 + lengthOfFirst + 2;
  const numbers = [der.subarray(4, 4 + lengthOfFirst), der.subarray(start)].map((content) =>
    hex(content)
      .slice(-2 * secretBytes)
      .padStart(2 * secretBytes, '0'),
  );
  const inRange = numbers.every((digits) => BigInt(`0x${digits}`) >= 1n && BigInt(`0x${digits}`) < order);
  const both = numbers.join('');
  return inRange && encodeSignature(Buffer.from(both, 'hex')).equals(der) ? both : null;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
