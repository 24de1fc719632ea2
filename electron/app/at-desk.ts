import type { Result } from '#shared/base/result.ts';
import type { UnlockedWorkspace } from '../workspace/workspace.ts';
import type { Desk } from './desk.ts';

/** An act of the domain on a workspace. */
export type Act<Input, Value> = (workspace: UnlockedWorkspace, input: Input) => Result<Value> | Promise<Result<Value>>;

/** Turns an act on a workspace into a handler that acts on the open one. */
export type AtDesk = <Input, Value>(act: Act<Input, Value>) => (input: Input) => Promise<Result<Value>>;

/** @returns what refuses with `ipc.no-workspace` when none is open */
export function actOn(desk: Desk): AtDesk {
  return (act) => (input) => desk.atWorkspace((workspace) => act(workspace, input));
}
