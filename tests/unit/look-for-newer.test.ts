import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lookForNewer } from '../../src/state/look-for-newer';

const HOUR = 3_600_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watch() {
  const page = Object.assign(new EventTarget(), { hidden: false });
  const window = new EventTarget();
  const look = vi.fn();
  lookForNewer(look, HOUR, { page: page as unknown as Document, window: window as unknown as Window });
  return { page, window, look };
}

test('a page that stays open and in sight looks once an hour', () => {
  const { look } = watch();
  vi.advanceTimersByTime(HOUR - 1);
  expect(look).toHaveBeenCalledTimes(0);
  vi.advanceTimersByTime(2 * HOUR + 1);
  expect(look).toHaveBeenCalledTimes(3);
});

test('out of sight it does not, and makes up for it when it comes back; a network that comes and goes asks no more often', () => {
  const { page, window, look } = watch();
  page.hidden = true;
  vi.advanceTimersByTime(5 * HOUR);
  expect(look).toHaveBeenCalledTimes(0);
  page.hidden = false;
  page.dispatchEvent(new Event('visibilitychange'));
  for (let i = 0; i < 5; i++) window.dispatchEvent(new Event('online'));
  expect(look).toHaveBeenCalledTimes(1);
});
