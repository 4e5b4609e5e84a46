/**
 * What the page and the service worker say to each other. Pages of one version speak with workers of another, so words
 * may be added but never change their meaning.
 */
import type { Versions } from './versions';

/** From a page. Each is answered through the port that comes with it. */
export type Ask =
  /** How do things stand? */
  | { kind: 'state' }
  /** The reader agreed to the version of the worker asked. */
  | { kind: 'agree' }
  /** A page of this version is on the screen with its data. */
  | { kind: 'came-up'; version: string }
  /** A page of this version does not start, or not with its data. */
  | { kind: 'did-not-start'; version: string }
  /** The version before, please. */
  | { kind: 'go-back' }
  /** What is large and seldom asked for may be kept as well: the line is good, or the reader says so. Answered when that is done or has failed. */
  | { kind: 'keep-rest' };

export interface Answer extends Versions {
  /** Of the worker that answers. */
  version: string;
  /** Whether what is seldom asked for is kept too, of the version served; workers of before do not say. */
  restKept?: boolean;
}

/** To pages, unasked. */
export type Tell =
  /** So much of the files is kept, in bytes. */
  | { kind: 'progress'; done: number; total: number }
  /** A version that the reader agreed to has come up: pages of others are to follow. */
  | { kind: 'changed'; version: string };

/** The name of the lock that a page holds while its version's files must stay, though others have moved on. */
export const inUse = (scope: string, version: string): string => `lomsong ${scope} in use ${version}`;

/** Asks a worker and resolves to its answer; rejects after `patienceMs` without one. */
export function ask(worker: ServiceWorker, question: Ask, patienceMs = 10_000): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    setTimeout(() => reject(new Error('no answer')), patienceMs);
    port1.onmessage = (event: MessageEvent<Answer>) => resolve(event.data);
    worker.postMessage(question, [port2]);
  });
}

/** Of the page in view: stands in the built page; null where it was not built to be kept. */
export function ownVersion(): string | null {
  return document.querySelector<HTMLMetaElement>('meta[name="version"]')?.content ?? null;
}
