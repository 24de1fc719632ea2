import { existsSync, readFileSync } from 'node:fs';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { holidaysSchema, type Span } from '#shared/reports/holidays.ts';
import type { ReportCode } from '#shared/reports/sentences.ts';
import { writeFileAtomic } from '../base/write-file-atomic.ts';
import { authorise } from '../workspace/authorise.ts';
import { trace, workspacePaths, type Workspace } from '../workspace/workspace.ts';

/** Days off that the office entered, for all of its rounds; none when it has not. The file may also be written by hand. */
export function loadHolidays({ folder }: Workspace): Result<readonly Span[], ReportCode> {
  const path = workspacePaths.holidays(folder);
  if (!existsSync(path)) return ok([]);
  const read = holidaysSchema.safeParse(parse(readFileSync(path, 'utf8')));
  return read.success ? ok(read.data) : fail('reports.holidays-file', { file: 'holidays.json' });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Keeps what the office entered; nothing is written when nothing changed. */
export async function saveHolidays(
  workspace: Workspace,
  { holidays: spans }: { readonly holidays: readonly Span[] },
): Promise<Result<readonly Span[]>> {
  const allowed = authorise(workspace, 'publish');
  if (!allowed.ok) return allowed;
  const before = loadHolidays(workspace);
  if (before.ok && JSON.stringify(before.value) === JSON.stringify(spans)) return ok(spans);
  const years = [...new Set(spans.map(([first]) => first.slice(0, 4)))].join(' ');
  const bytes = Buffer.from(`${JSON.stringify(spans, null, 1)}\n`, 'utf8');
  const written = await writeFileAtomic(workspacePaths.holidays(workspace.folder), async (write) => {
    await write(bytes);
    return ok(null);
  });
  if (!written.ok) return written;
  workspace.db.transaction(() => trace(workspace, { event: 'holidays-saved', body: { years } }))();
  return ok(spans);
}
