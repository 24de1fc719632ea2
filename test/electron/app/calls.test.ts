import { expect, test } from 'vitest';
import { z } from 'zod';
import { answerCalls, catchBugs, type Log } from '#electron/app/calls.ts';
import { ok } from '#shared/base/result.ts';
import { call } from '#shared/ipc/call.ts';

const group = {
  double: call<number>()(z.strictObject({ number: z.int() })),
  hide: call<null>()(z.strictObject({ passphrase: z.string().max(3) })),
  crash: call<null>()(z.strictObject({})),
};

function makeAnswer() {
  const lines: string[] = [];
  const log: Log = (level, line) => void lines.push(`${level} ${line}`);
  const answer = answerCalls(
    group,
    {
      double: ({ number }) => ok(number * 2),
      hide: () => ok(null),
      crash: () => Promise.reject(new Error("no such file '/home/张三/秘密.db'")),
    },
    log,
  );
  return { answer: catchBugs(answer, log), lines };
}

test('a call with a fitting input reaches its handler', async () => {
  expect(await makeAnswer().answer('double', { number: 21 })).toEqual({ ok: true, value: 42 });
});

test.each([undefined, null, {}, { number: '1' }, { number: 1.5 }, { number: 1, more: 2 }, [1], 'number'])(
  'the input %j is refused before the handler sees it',
  async (input) => {
    expect(await makeAnswer().answer('double', input)).toEqual({
      ok: false,
      error: { code: 'ipc.bad-input', detail: { call: 'double' } },
    });
  },
);

test.each(['unknown', '__proto__', 'constructor', 'hasOwnProperty', ''])('the name "%s" is refused', async (name) => {
  expect(await makeAnswer().answer(name, {})).toMatchObject({ ok: false, error: { code: 'ipc.bad-input' } });
});

test('an exception becomes a refusal, and the log names neither person nor folder', async () => {
  const { answer, lines } = makeAnswer();
  expect(await answer('crash', {})).toEqual({
    ok: false,
    error: { code: 'ipc.unexpected', detail: { call: 'crash' } },
  });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^error crash failed: Error: no such file …\n {4}at /);
  expect(lines[0]).not.toMatch(/张三|秘密|\/home/);
});

test('the log of a refused input names the place of the fault and never the value', async () => {
  const { answer, lines } = makeAnswer();
  await answer('hide', { passphrase: '口令口令' });
  expect(lines).toEqual(['warn hide refused: passphrase too_big']);
});
