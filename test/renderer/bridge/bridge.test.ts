import { describe, expect, test } from 'vitest';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { CallInput, CallName, CallOutput } from '#shared/ipc/contract.ts';
import { makeCalls } from '#renderer/bridge/bridge.ts';

/** A main process that notes what it is asked and refuses everything. */
function makeMain() {
  const asked: unknown[] = [];
  const calls = makeCalls(<Name extends CallName>(name: Name, input: CallInput<Name>) => {
    asked.push([name, input]);
    const refused: Result<CallOutput<Name>> = fail('ipc.bad-input', { call: name });
    return Promise.resolve(refused);
  });
  return { asked, calls };
}

describe('calls to the main process', () => {
  test('carry the name of the function and its input, and bring the answer back', async () => {
    const { asked, calls } = makeMain();
    const answer = await calls.forgetRecent({ id: 'a' });
    expect(asked).toEqual([['forgetRecent', { id: 'a' }]]);
    expect(answer).toEqual(fail('ipc.bad-input', { call: 'forgetRecent' }));
  });

  test('turn a broken connection into a refusal', async () => {
    const calls = makeCalls(() => Promise.reject(new Error('gone')));
    expect(await calls.listTasks({})).toEqual(fail('ipc.unexpected', { call: 'listTasks' }));
    const thrown = makeCalls(() => {
      throw new TypeError('no bridge');
    });
    expect(await thrown.listTasks({})).not.toEqual(ok([]));
  });
});
