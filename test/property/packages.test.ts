import { largeCaps } from '#shared/packages/limits.ts';
import type { ResultPredicate } from '#shared/packages/result.ts';
import { sheetTotal } from '#shared/scoring/check-sheet.ts';
import { listCriteria } from '#shared/round/rubric.ts';
import { openPackage } from '#electron/packages/open-package.ts';
import { sealPackage } from '#electron/packages/seal-package.ts';
import { measureDataFile } from '#electron/packages/data-file.ts';
import { dropStaged } from '#electron/packages/stage-file.ts';
import type { DataFile } from '#electron/packages/data-file.ts';
import { readFileSync, writeFileSync } from 'node:fs';
import { fc } from '#test/pipeline/seeded.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must, setUpDesk } from '#test/fixtures/packages/desk.ts';
import { seededEntropy } from '#test/fixtures/packages/entropy.ts';
import { setUpIntake, type Intake } from '#test/fixtures/packages/intake.ts';
import { sampleRubric } from '#test/fixtures/packages/round.ts';

let intake: Intake;
beforeAll(async () => {
  intake = await setUpIntake(await setUpDesk());
});
afterAll(() => {
  intake.desk.remove();
});

const text = fc
  .string({ unit: 'grapheme', maxLength: 60 })
  .map((raw) => raw.normalize('NFC').replaceAll(/[\p{Cc}\p{Cs}]/gu, ' '));
const points = fc.record(
  Object.fromEntries(
    listCriteria(sampleRubric).map(({ id, max, step }) => [
      id,
      fc.integer({ min: 0, max: max / step }).map((steps) => steps * step),
    ]),
  ),
  { noNullPrototype: true },
);
const scored = fc.record(
  {
    points,
    comment: text.map((comment) => `${comment}。`),
    fraud: fc.boolean(),
    gate: fc.constantFrom('pass' as const, 'fail' as const),
    revision: fc.nat(99),
  },
  { noNullPrototype: true },
);

describe('a result package', () => {
  it('brings back exactly the sheets that were sealed, whatever they hold', async () => {
    const { desk, task } = intake;
    await fc.assert(
      fc.asyncProperty(fc.array(scored, { minLength: 3, maxLength: 3 }), fc.option(text), async (answers, note) => {
        const sheets = intake.good.sheets.map((sheet, index) => {
          const { gate, ...answer } = answers[index] ?? { gate: 'pass' };
          return { ...sheet, ...answer, gates: { operator: gate } };
        });
        const chain = note === null ? {} : { seq: 2, previous: 'a'.repeat(64), reason: `更正${note}` };
        const sealed = must(await desk.sealResult(task, { sheets: sheets.toReversed(), ...chain }));
        const received = must((await intake.offerBytes(readFileSync(sealed.path))).outcome);
        expect(received.result.sheets).toEqual(sheets);
        expect(received.result.sheets.map(sheetTotal)).toEqual(sheets.map(sheetTotal));
        expect(received.statement).toBe(sealed.statement);
        await dropStaged(received.staged);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a package of any files', () => {
  const sizes = fc.oneof(fc.nat(100), fc.constantFrom(65_535, 65_536, 65_537, 131_072, 262_144, 262_145));
  it('opens with all of them, byte for byte, at every boundary of its chunks', async () => {
    const { desk, good } = intake;
    await fc.assert(
      fc.asyncProperty(fc.array(sizes, { maxLength: 5 }), fc.boolean(), async (lengths, sealedOrPlain) => {
        const files = new Map<string, DataFile>();
        for (const [index, length] of lengths.entries()) {
          const path = desk.path(`source-${index}`);
          writeFileSync(path, seededEntropy(`${length} ${index}`).randomBytes(length));
          files.set(`data/f${index}/${length}.bin`, must(await measureDataFile(path)));
        }
        const predicate = sealedOrPlain ? good : cardOf(good);
        const kind = sealedOrPlain ? 'result' : 'card';
        const lock = sealedOrPlain
          ? ({ by: 'recipients', recipients: [desk.expert.recipient, desk.commission.recipient] } as const)
          : null;
        const path = desk.path('any');
        const sealed = must(await sealPackage({ path, kind, predicate, signer: desk.expert.signer, files, lock }));
        const got = new Map<string, Buffer[]>();
        const report = await openPackage({
          file: path,
          staging: desk.staging,
          caps: largeCaps,
          unlock: { by: 'identities', identities: [desk.commission.identity] },
          examine: (statement) => ({ ok: true, value: statement }),
          examineFiles: () => ({ ok: true, value: null }),
          sink: () => (file) => {
            const parts: Buffer[] = [];
            got.set(file.path, parts);
            const nothing = () => Promise.resolve();
            return Promise.resolve({
              write: async (part) => void parts.push(Buffer.from(part)),
              commit: nothing,
              discard: nothing,
            });
          },
        });
        const opened = must(report.outcome);
        await dropStaged(opened.staged);
        expect(opened.examined.hash).toBe(sealed.statement);
        expect(opened.examined.kind).toBe(kind);
        expect([...got.keys()]).toEqual([...files.keys()].toSorted());
        for (const [index, length] of lengths.entries()) {
          expect(Buffer.concat(got.get(`data/f${index}/${length}.bin`) ?? [])).toEqual(
            readFileSync(desk.path(`source-${index}`)),
          );
        }
      }),
      { numRuns: 30 },
    );
  });
});

/** A registration card with the head of a result. */
function cardOf(good: ResultPredicate) {
  const { formatVersion, suite, mode, critical, signer, seq, previous, issuedAt } = good;
  const head = { formatVersion, suite, mode, critical, signer, seq, previous, issuedAt };
  return {
    ...head,
    roundId: null,
    expertId: null,
    audience: null,
    expert: { ...good.expert, unit: '重庆某大学（示例）' },
  };
}

describe('a package with one thing turned', () => {
  it('is never taken with another content: bits, cuts, splices and inserts anywhere', async () => {
    const good = readFileSync(intake.desk.path('a.mtxresult'));
    const other = readFileSync(
      must(await intake.desk.sealResult(intake.task, { path: intake.desk.path('b.mtxresult') })).path,
    );
    const place = fc.nat(good.length - 1);
    const mutation = fc.oneof(
      fc.tuple(place, fc.integer({ min: 1, max: 255 })).map(([at, bits]) => {
        const turned = Buffer.from(good);
        turned[at] = (turned[at] ?? 0) ^ bits;
        return turned;
      }),
      place.map((at) => good.subarray(0, at)),
      fc
        .tuple(place, fc.uint8Array({ minLength: 1, maxLength: 40 }))
        .map(([at, bytes]) => Buffer.concat([good.subarray(0, at), bytes, good.subarray(at)])),
      fc.tuple(place, place).map(([from, to]) => Buffer.concat([good.subarray(0, from), other.subarray(to)])),
      fc
        .tuple(place, fc.integer({ min: 1, max: 200 }))
        .map(([at, length]) => Buffer.concat([good.subarray(0, at), good.subarray(at + length)])),
    );
    await fc.assert(
      fc.asyncProperty(mutation, async (bytes) => {
        fc.pre(!bytes.equals(good) && !bytes.equals(other));
        const { outcome } = await intake.offerBytes(bytes);
        expect(outcome.ok).toBe(false);
        expect(intake.staged()).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('is never taken with another content when its ZIP is turned and sealed again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        fc.integer({ min: 1, max: 255 }),
        async (share, bits) => {
          const { outcome } = await intake.offer({
            bytes: (zip) => {
              const at = Math.floor(share * zip.length);
              zip[at] = (zip[at] ?? 0) ^ bits;
              return zip;
            },
          });
          // Permission bits, the writer's name and the text mark in the directory mean nothing and may differ.
          if (outcome.ok) {
            expect(outcome.value.result).toEqual(intake.good);
            await dropStaged(outcome.value.staged);
          }
        },
      ),
      { numRuns: 200 },
    );
    expect(intake.staged()).toEqual([]);
  });
});
