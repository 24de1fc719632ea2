import { listMigrations } from './migrate.ts';

/** The schema of a commission's workspace, step by step. */
export const workspaceMigrations = listMigrations(
  import.meta.glob<string>('./migrations/workspace/*.sql', { query: '?raw', import: 'default', eager: true }),
);

/** The schema of an expert's home, step by step. */
export const homeMigrations = listMigrations(
  import.meta.glob<string>('./migrations/home/*.sql', { query: '?raw', import: 'default', eager: true }),
);
