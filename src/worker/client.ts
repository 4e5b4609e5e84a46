/** The page's side of the worker: the core as a few promises. */
import type { Band, BandedRank } from '../core/certainty';
import type { NeedMeasure } from '../core/commune-rank';
import type { CommuneReport } from '../core/commune-report';
import type { AnyComparison } from '../core/compare';
import type { Conflicts } from '../core/conflicts';
import type { CriticalMast } from '../core/critical-masts';
import { Failure } from '../core/failure';
import type { QuestionSpec } from '../core/gaps';
import type { GapRow, LngLat, Provenance } from '../core/model';
import type { NextMasts } from '../core/next-masts';
import type { MeasuredRule } from '../core/settings';
import type { OpeningFile } from '../formats/bundled-files';
import type { StoredDataset } from '../formats/project-file';
import { isOutOfMemory } from './out-of-memory';
import type {
  Answer, ComparedSide, GapShapes, GapsRequest, ImportOptions, ImportPreview, NextMastsRequest, OpenedFile, ProjectData, ReportRequest, Request, Response, ScenarioEffect, ScenarioRequest,
} from './protocol';

export interface CallOptions {
  onProgress?: (done: number, total: number) => void;
  /** Aborting stops the computation; the promise rejects with the signal's reason. */
  signal?: AbortSignal;
}

export interface CoreClient {
  /** Parses the bundled files; everything else answers from them. */
  open(texts: Record<OpeningFile, string>): Promise<ProjectData>;
  /** Parses the bundled polygons; questions of them wait until then. */
  openCoverage(text: string): Promise<ProjectData>;
  /** A place in the metres of the province's VN-2000 zone. */
  metres(point: LngLat): Promise<{ northing: number; easting: number }>;
  /** One answer a question. */
  gaps(request: GapsRequest, options?: CallOptions): Promise<Answer[]>;
  /** Gap polygons of the request's first question. */
  shapes(request: GapsRequest, options?: CallOptions): Promise<GapShapes>;
  /** Rows of the request's one question while a mast of its scenario moves: only the communes that it reaches are computed anew. */
  move(request: GapsRequest, mast: string): Promise<GapRow[]>;
  /** Hamlets that lose or gain a signal under a scenario, and what the answer cannot show. */
  effect(request: ScenarioRequest): Promise<ScenarioEffect>;
  /** Masts by the people who would lose everything with them. */
  critical(request: ScenarioRequest, options?: CallOptions): Promise<CriticalMast[]>;
  /** The next masts. */
  next(request: NextMastsRequest, options?: CallOptions): Promise<NextMasts>;
  /** Communes by need, and which ranks hold within the band. */
  ranks(request: ScenarioRequest, question: QuestionSpec, measure: NeedMeasure, band: Band, options?: CallOptions): Promise<BandedRank[]>;
  /** Everything about one commune. */
  report(request: ReportRequest, options?: CallOptions): Promise<CommuneReport>;
  /** For each question whether the point is served; null where no source of it speaks of the point. */
  reach(request: GapsRequest, point: LngLat): Promise<(boolean | null)[]>;
  /** Where the readings loaded contradict the coverage that the reader loaded. */
  conflicts(rule: MeasuredRule): Promise<Conflicts>;
  /** What a file holds: a whole project, or tables (sheets, layers, files of an archive, the file itself). */
  unwrap(file: string, bytes: ArrayBuffer): Promise<OpenedFile>;
  /** The bundled data with these datasets added. */
  restore(datasets: StoredDataset[]): Promise<ProjectData>;
  /** Reads a file and holds its rows beside the project, until they are accepted or dropped. */
  read(file: string, bytes: ArrayBuffer, importOptions: ImportOptions, options?: CallOptions): Promise<ImportPreview>;
  /** Makes what was read part of the project; `replace`: in place of the reader's earlier data of its kind. */
  accept(token: number, dataset: string, provenance: Provenance, replace: boolean): Promise<ProjectData>;
  /** What differs between versions of a dataset: those of the project (together) and a newer one. */
  compare(before: readonly string[], after: ComparedSide): Promise<AnyComparison>;
  drop(token: number): Promise<void>;
  /** How many answers the worker keeps from now on; fewer need less memory. */
  keep(answers: number): Promise<void>;
  /** Takes a dataset away; what was bundled of its kind comes back. */
  remove(dataset: string): Promise<ProjectData>;
  /** Takes the last accepted or removed dataset back. */
  undo(): Promise<ProjectData>;
}

type Payload<T> = T extends { id: number } ? Omit<T, 'id'> : never;

/** Over all workers of the page: what one held is never taken for what another holds. */
let lastId = 0;

/** `memory`: it got no memory; `stopped`: it failed in another way, or what it sent could not be read. */
export type WorkerFailure = 'memory' | 'stopped';

/**
 * Wraps a started worker. Once the worker fails it is ended, all that waits for it and all that is asked later is
 * rejected, and `onFailure` is told, once.
 */
export function createCoreClient(worker: Worker, onFailure: (kind: WorkerFailure, detail: string) => void = () => {}): CoreClient {
  interface Waiting {
    resolve(response: Response): void;
    reject(reason: unknown): void;
    onProgress?: CallOptions['onProgress'];
  }
  const waiting = new Map<number, Waiting>();

  worker.addEventListener('message', (event: MessageEvent<Response>) => {
    const response = event.data;
    const call = waiting.get(response.id);
    if (!call) return;
    if (response.type === 'progress') {
      call.onProgress?.(response.done, response.total);
      return;
    }
    waiting.delete(response.id);
    if (response.type === 'failed') {
      call.reject(new Error(response.message));
      if (response.outOfMemory) fail('memory', response.message);
    }
    else if (response.type === 'cancelled') call.reject(new DOMException('cancelled', 'AbortError'));
    else call.resolve(response);
  });
  let failed: Error | null = null;
  const fail = (kind: WorkerFailure, detail: string) => {
    if (failed) return;
    failed = new Failure('worker', detail);
    worker.terminate();
    for (const call of waiting.values()) call.reject(failed);
    waiting.clear();
    onFailure(kind, detail);
  };
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    fail(isOutOfMemory(event.message) ? 'memory' : 'stopped', event.message);
  });
  worker.addEventListener('messageerror', () => fail('stopped', ''));

  function call(request: Payload<Request>, { onProgress, signal }: CallOptions = {}): Promise<Response> {
    const id = ++lastId;
    return new Promise((resolve, reject) => {
      if (failed || signal?.aborted) {
        reject(failed ?? signal!.reason);
        return;
      }
      waiting.set(id, { resolve, reject, onProgress });
      signal?.addEventListener('abort', () => {
        if (!waiting.delete(id)) return;
        if (!failed) worker.postMessage({ id, type: 'cancel' } satisfies Request);
        reject(signal.reason);
      }, { once: true });
      worker.postMessage({ id, ...request } as Request);
    });
  }

  const changed = async (request: Payload<Request>): Promise<ProjectData> => ((await call(request)) as Extract<Response, { type: 'opened' }>).data;

  return {
    open: (texts) => changed({ type: 'open', texts }),
    openCoverage: (text) => changed({ type: 'coverage', text }),
    async metres(point) {
      return ((await call({ type: 'metres', point })) as Extract<Response, { type: 'metres' }>).metres;
    },
    restore: (datasets) => changed({ type: 'restore', datasets }),
    accept: (token, dataset, provenance, replace) => changed({ type: 'accept', token, dataset, provenance, replace }),
    remove: (dataset) => changed({ type: 'remove', dataset }),
    undo: () => changed({ type: 'undo' }),
    async move(request, mast) {
      return ((await call({ type: 'move', request, mast })) as Extract<Response, { type: 'moved' }>).rows;
    },
    async effect(request) {
      return ((await call({ type: 'effect', request })) as Extract<Response, { type: 'effect' }>).effect;
    },
    async critical(request, options) {
      return ((await call({ type: 'critical', request }, options)) as Extract<Response, { type: 'critical' }>).masts;
    },
    async next(request, options) {
      return ((await call({ type: 'next', request }, options)) as Extract<Response, { type: 'next' }>).found;
    },
    async ranks(request, question, measure, band, options) {
      return ((await call({ type: 'ranks', request, question, measure, band }, options)) as Extract<Response, { type: 'ranks' }>).ranks;
    },
    async report(request, options) {
      return ((await call({ type: 'report', request }, options)) as Extract<Response, { type: 'report' }>).report;
    },
    async reach(request, point) {
      return ((await call({ type: 'reach', request, point })) as Extract<Response, { type: 'reached' }>).reached;
    },
    async conflicts(rule) {
      return ((await call({ type: 'conflicts', rule })) as Extract<Response, { type: 'conflicts' }>).conflicts;
    },
    async unwrap(file, bytes) {
      return ((await call({ type: 'unwrap', file, bytes })) as Extract<Response, { type: 'parts' }>).opened;
    },
    async compare(before, after) {
      return ((await call({ type: 'compare', before, after })) as Extract<Response, { type: 'compared' }>).comparison;
    },
    async keep(answers) {
      await call({ type: 'keep', answers });
    },
    async drop(token) {
      await call({ type: 'drop', token });
    },
    async read(file, bytes, importOptions, options) {
      return ((await call({ type: 'read', file, bytes, options: importOptions }, options)) as Extract<Response, { type: 'preview' }>).preview;
    },
    async gaps(request, options) {
      return ((await call({ type: 'gaps', request }, options)) as Extract<Response, { type: 'answers' }>).answers;
    },
    async shapes(request, options) {
      return ((await call({ type: 'shapes', request }, options)) as Extract<Response, { type: 'shapes' }>).shapes;
    },
  };
}
