import type { Database } from 'better-sqlite3';
import { noEntry } from './chain.ts';
import type { TraceMark } from './trace-head.ts';

/** Where a log stands now. */
export function findLast(db: Database): TraceMark {
  const last = db
    .prepare<[], TraceMark>('SELECT seq AS entries, hash AS head FROM trace ORDER BY seq DESC LIMIT 1')
    .get();
  return last ?? { entries: 0, head: noEntry };
}
