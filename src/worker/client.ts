/** The page's side of the worker: the core as a few promises. */
import type { BundledFile } from '../formats/bundled-files';
import type { Answer, GapShapes, GapsRequest, ProjectData, Request, Response } from './protocol';

export interface CallOptions {
  onProgress?: (done: number, total: number) => void;
  /** Aborting stops the computation; the promise rejects with the signal's reason. */
  signal?: AbortSignal;
}

export interface CoreClient {
  /** Parses the bundled files; everything else answers from them. */
  open(texts: Record<BundledFile, string>): Promise<ProjectData>;
  /** One answer a question. */
  gaps(request: GapsRequest, options?: CallOptions): Promise<Answer[]>;
  /** Gap polygons of the request's first question. */
  shapes(request: GapsRequest, options?: CallOptions): Promise<GapShapes>;
}

type Payload<T> = T extends { id: number } ? Omit<T, 'id'> : never;

/** Wraps a started worker. A failure of the worker itself rejects all that waits for it. */
export function createCoreClient(worker: Worker): CoreClient {
  interface Waiting {
    resolve(response: Response): void;
    reject(reason: unknown): void;
    onProgress?: CallOptions['onProgress'];
  }
  const waiting = new Map<number, Waiting>();
  let lastId = 0;

  worker.addEventListener('message', (event: MessageEvent<Response>) => {
    const response = event.data;
    const call = waiting.get(response.id);
    if (!call) return;
    if (response.type === 'progress') {
      call.onProgress?.(response.done, response.total);
      return;
    }
    waiting.delete(response.id);
    if (response.type === 'failed') call.reject(new Error(response.message));
    else call.resolve(response);
  });
  worker.addEventListener('error', (event) => {
    for (const call of waiting.values()) call.reject(new Error(event.message || 'worker failed'));
    waiting.clear();
  });

  function call(request: Payload<Request>, { onProgress, signal }: CallOptions = {}): Promise<Response> {
    const id = ++lastId;
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      waiting.set(id, { resolve, reject, onProgress });
      signal?.addEventListener('abort', () => {
        if (!waiting.delete(id)) return;
        worker.postMessage({ id, type: 'cancel' } satisfies Request);
        reject(signal.reason);
      }, { once: true });
      worker.postMessage({ id, ...request } as Request);
    });
  }

  return {
    async open(texts) {
      return ((await call({ type: 'open', texts })) as Extract<Response, { type: 'opened' }>).data;
    },
    async gaps(request, options) {
      return ((await call({ type: 'gaps', request }, options)) as Extract<Response, { type: 'answers' }>).answers;
    },
    async shapes(request, options) {
      return ((await call({ type: 'shapes', request }, options)) as Extract<Response, { type: 'shapes' }>).shapes;
    },
  };
}
