import { expect, test, vi } from 'vitest';
import { createCoreClient } from '../../src/worker/client';
import { isOutOfMemory } from '../../src/worker/out-of-memory';
import type { Request, Response } from '../../src/worker/protocol';
import { createService } from '../../src/worker/service';

function fakeWorker() {
  const target = new EventTarget();
  const sent: Request[] = [];
  let ended = false;
  return {
    worker: Object.assign(target, { postMessage: (request: Request) => void sent.push(request), terminate: () => { ended = true; } }) as unknown as Worker,
    sent,
    ended: () => ended,
    say: (response: Response) => target.dispatchEvent(Object.assign(new Event('message'), { data: response })),
    break: (message: string) => target.dispatchEvent(Object.assign(new Event('error'), { message })),
  };
}

test('a worker that breaks rejects what waits and what comes later, is ended, and tells it once', async () => {
  const { worker, sent, ended, ...from } = fakeWorker();
  const told = vi.fn();
  const client = createCoreClient(worker, told);
  const waiting = client.undo();
  from.break('Uncaught Error: broken');
  from.break('Uncaught Error: again');
  await expect(waiting).rejects.toThrow('broken');
  await expect(client.undo()).rejects.toThrow('broken');
  expect(sent).toHaveLength(1);
  expect(ended()).toBe(true);
  expect(told.mock.calls).toEqual([['stopped', 'Uncaught Error: broken']]);
});

test('an answer for want of memory ends the worker too; any other failure is of its question alone', async () => {
  const { worker, sent, ended, ...from } = fakeWorker();
  const told = vi.fn();
  const client = createCoreClient(worker, told);
  const first = client.undo();
  from.say({ id: sent[0]!.id, type: 'failed', message: 'no such kind', outOfMemory: false });
  await expect(first).rejects.toThrow('no such kind');
  expect(ended()).toBe(false);
  const second = client.undo();
  from.say({ id: sent[1]!.id, type: 'failed', message: 'Array buffer allocation failed', outOfMemory: true });
  await expect(second).rejects.toThrow('allocation');
  expect(ended()).toBe(true);
  expect(told.mock.calls).toEqual([['memory', 'Array buffer allocation failed']]);
});

test('ids are never used twice, whichever worker they go to', () => {
  const workers = [fakeWorker(), fakeWorker()];
  for (const { worker } of workers) void createCoreClient(worker).undo();
  expect(new Set(workers.map(({ sent }) => sent[0]!.id)).size).toBe(2);
});

test('want of memory is told from other errors', () => {
  for (const message of ['Array buffer allocation failed', 'Invalid typed array length: 9999999999', 'Invalid array length', 'Invalid string length', 'out of memory', 'allocation size overflow', 'Map maximum size exceeded']) {
    expect(isOutOfMemory(new RangeError(message)), message).toBe(true);
  }
  for (const error of [new RangeError('Maximum call stack size exceeded'), new RangeError('toFixed() digits argument must be between 0 and 100'), new TypeError('x is not a function'), new Error('no comparison of sites'), null]) {
    expect(isOutOfMemory(error), String(error)).toBe(false);
  }
});

test('the service says when it was for want of memory', async () => {
  const said: Response[] = [];
  let full = true;
  const handle = createService((response) => {
    if (full && response.type !== 'failed') throw new RangeError('Array buffer allocation failed');
    said.push(response);
  }, async () => {}, () => 0);
  await handle({ id: 1, type: 'keep', answers: 1 });
  full = false;
  await handle({ id: 2, type: 'keep', answers: 1 });
  expect(said).toEqual([{ id: 1, type: 'failed', message: 'Array buffer allocation failed', outOfMemory: true }, { id: 2, type: 'done' }]);
});
