import { expect, test, vi } from 'vitest';
import { Client } from '../../src/engine/client.js';
import { anUpdate } from '../updates.js';

/** A worker that says what it is told to say. */
class FakeWorker {
  /** @type {any[]} */
  sent = [];
  ended = false;
  /** @type {((event: any) => void) | null} */
  onmessage = null;
  /** @type {((event: any) => void) | null} */
  onerror = null;
  /** @param {any} message */
  postMessage(message) {
    this.sent.push(message);
  }
  terminate() {
    this.ended = true;
  }
  /** @param {any} data */
  says(data) {
    this.onmessage?.({ data });
  }
}

function connected() {
  /** @type {FakeWorker[]} */
  const workers = [];
  /** @type {any[]} */
  const updates = [];
  /** @type {[string, boolean][]} */
  const restarts = [];
  const client = new Client(
    { update: (update) => updates.push(update), restarted: (why, anew) => restarts.push([why, anew]) },
    () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return /** @type {Worker} */ (/** @type {unknown} */ (worker));
    },
    (draw) => draw(),
  );
  const worker = () => /** @type {FakeWorker} */ (workers.at(-1));
  return { client, worker, workers, updates, restarts };
}

test('an answer comes to the question that asked for it', async () => {
  const { client, worker } = connected();
  const first = client.send({ do: 'palette' });
  const second = client.send({ do: 'pause' });
  worker().says({ type: 'answer', id: 2 });
  worker().says({ type: 'answer', id: 1, answer: { answer: 'palette', entries: [] } });
  expect(await second).toEqual({ answer: 'done' });
  expect(await first).toEqual({ answer: 'palette', entries: [] });
});

test('an update of an older run is dropped, and each is acknowledged once drawn', () => {
  const { worker, updates } = connected();
  worker().says({ type: 'update', update: anUpdate({ run: 2 }) });
  worker().says({ type: 'update', update: anUpdate({ run: 1, head: 9 }) });
  expect(updates.map(({ run }) => run)).toEqual([2]);
  expect(worker().sent).toEqual([{ type: 'drawn' }, { type: 'drawn' }]);
});

test('a breakdown starts a new worker, refuses what was asked and counts its runs as newer', async () => {
  const { client, worker, workers, updates, restarts } = connected();
  worker().says({ type: 'ready' });
  worker().says({ type: 'update', update: anUpdate({ run: 3 }) });
  const asked = client.send({ do: 'palette' });
  const old = worker();
  old.says({ type: 'crashed', message: 'unreachable' });
  expect((await asked).answer).toBe('refused');
  expect(old.ended).toBe(true);
  expect(workers).toHaveLength(2);
  expect(restarts[0]?.[1]).toBe(true);
  expect(restarts[0]?.[0]).toContain('unreachable');
  old.says({ type: 'update', update: anUpdate({ run: 4 }) });
  worker().says({ type: 'update', update: anUpdate({ run: 0 }) });
  expect(updates.map(({ run }) => run)).toEqual([3, 4]);
});

test('an engine that cannot be loaded is not tried for ever', () => {
  const { worker, workers, restarts } = connected();
  worker().onerror?.({ message: 'not found' });
  expect(workers).toHaveLength(1);
  expect(restarts).toHaveLength(1);
  expect(restarts[0]?.[1]).toBe(false);
});

test('a stop that is not answered replaces the worker', () => {
  vi.useFakeTimers();
  const { client, worker, workers, restarts } = connected();
  worker().says({ type: 'ready' });
  client.send({ do: 'stop' });
  vi.advanceTimersByTime(2_000);
  expect(workers).toHaveLength(1);
  vi.advanceTimersByTime(2_000);
  expect(workers).toHaveLength(2);
  expect(restarts).toHaveLength(1);
  vi.useRealTimers();
});
