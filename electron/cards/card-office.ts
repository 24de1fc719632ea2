import type { CardOffice } from '#shared/ipc/card-views.ts';
import { defaultSuite } from '#shared/packages/suite.ts';
import type { Home } from '../home/home.ts';
import { loadTasks } from '../home/load-task.ts';

/** For whom a card will probably be: the commission of the task opened last. */
export function readCardOffice(home: Home): CardOffice {
  const [newest] = loadTasks(home);
  if (newest === undefined) return { office: null, suite: defaultSuite };
  const { deliver, suite } = newest.predicate;
  return { office: deliver.office, suite };
}
