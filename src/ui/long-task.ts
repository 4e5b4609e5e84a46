/** A computation that a button starts: its progress, what became of it, and the way to stop it. */
import { type Signal, useSignal } from '@preact/signals';
import { type FailureReason, reasonOf } from '../core/failure';
import type { CallOptions } from '../worker/client';

export interface LongTask {
  /** 0…1; null at rest. */
  progress: Signal<number | null>;
  failure: Signal<FailureReason | null>;
  /** Stops what still runs, then runs `work`. */
  run(work: (options: CallOptions) => Promise<void>): Promise<void>;
  stop(): void;
}

export function useLongTask(): LongTask {
  const progress = useSignal<number | null>(null);
  const failure = useSignal<FailureReason | null>(null);
  const running = useSignal<AbortController | null>(null);
  return {
    progress,
    failure,
    stop: () => running.value?.abort(),
    async run(work) {
      running.value?.abort();
      const controller = new AbortController();
      running.value = controller;
      failure.value = null;
      progress.value = 0;
      try {
        await work({ signal: controller.signal, onProgress: (done, total) => (progress.value = done / total) });
      } catch (error) {
        if (!controller.signal.aborted) failure.value = reasonOf(error);
      } finally {
        if (running.value === controller) {
          running.value = null;
          progress.value = null;
        }
      }
    },
  };
}
