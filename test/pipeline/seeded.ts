import { configureGlobal } from 'fast-check';

// Property tests draw the same cases in every run; MTX_SEED=… draws others. What fails says its seed and its path.
configureGlobal({ seed: Number(process.env['MTX_SEED'] ?? 20_260_101) });

export { fc, it, test } from '@fast-check/vitest';
