import { expect, test } from 'vitest';
import { dossierAddress, showingOf } from '#renderer/expert/dossier/dossier-file.ts';
import { parseDossierAddress } from '#electron/app/dossier-files.ts';
import { candidateId, taskId } from '../sample-task.ts';

test('the window shows PDF, pictures and plain text, and nothing else', () => {
  expect(showingOf({ mediaType: 'application/pdf' })).toBe('pdf');
  expect(showingOf({ mediaType: 'image/jpeg' })).toBe('image');
  expect(showingOf({ mediaType: 'image/svg+xml' })).toBe('image');
  expect(showingOf({ mediaType: 'text/plain' })).toBe('text');
  expect(showingOf({ mediaType: 'text/html' })).toBe('none');
});

test('the address of a file is one that the main process serves', () => {
  const sha256 = 'a'.repeat(64);
  expect(parseDossierAddress(dossierAddress({ taskId, candidateId: candidateId(1), sha256 }))).toEqual({
    of: 'task',
    id: taskId,
    candidateId: candidateId(1),
    sha256,
  });
});
