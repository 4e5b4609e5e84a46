/** Property tests draw the same cases every time, so that a failure is the change's own; `FC_SEED=n` draws others. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20240524) });
