import { describe, expect, test } from 'vitest';
import { decodeText } from '#renderer/expert/dossier/decode-text.ts';
import { dossierAddress, showingOf } from '#renderer/expert/dossier/dossier-file.ts';
import { parseDossierAddress } from '#electron/app/dossier-files.ts';
import { candidateId, taskId } from '../sample-task.ts';

test('the window shows PDF, pictures and plain text, and nothing else', () => {
  expect(showingOf({ mediaType: 'application/pdf' })).toBe('pdf');
  expect(showingOf({ mediaType: 'image/jpeg' })).toBe('image');
  expect(showingOf({ mediaType: 'text/plain' })).toBe('text');
  expect(showingOf({ mediaType: 'text/html' })).toBe('none');
  expect(showingOf({ mediaType: 'image/svg+xml' })).toBe('none');
});

test('the address of a file is one that the main process serves', () => {
  const sha256 = 'a'.repeat(64);
  expect(parseDossierAddress(dossierAddress(taskId, candidateId(1), sha256))).toEqual({
    of: 'task',
    id: taskId,
    candidateId: candidateId(1),
    sha256,
  });
});

describe('reading a text file', () => {
  const bytes = (...values: readonly number[]): ArrayBuffer => new Uint8Array(values).buffer;

  test('takes UTF-8 with and without a mark', () => {
    expect(decodeText(new TextEncoder().encode('评审').buffer)).toBe('评审');
    expect(decodeText(bytes(0xef, 0xbb, 0xbf, 0x41))).toBe('A');
  });

  test('falls back to GB 18030 when it is no UTF-8', () => {
    expect(decodeText(bytes(0xc6, 0xc0, 0xc9, 0xf3))).toBe('评审');
  });

  test('obeys a mark of UTF-16', () => {
    expect(decodeText(bytes(0xff, 0xfe, 0x41, 0x00))).toBe('A');
    expect(decodeText(bytes(0xfe, 0xff, 0x00, 0x41))).toBe('A');
  });

  test('takes an empty file', () => {
    expect(decodeText(bytes())).toBe('');
  });
});
