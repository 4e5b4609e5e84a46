/** What the live region says: the last word of each subject, once the reader has stopped; the same words again are another text. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { announce, announced } from '../../src/state/announcements';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const say = (...words: Parameters<typeof announce>[]) => {
  for (const [subject, text] of words) announce(subject, text);
  vi.runAllTimers();
  return announced.value;
};

test('subjects are said together in their order, of each the last word', () => {
  expect(say(['place', 'Here.'], ['view', 'Old.'], ['view', 'New.'])).toBe('New. Here.');
  expect(say(['place', 'There.'], ['layers', 'On.'], ['place', ''])).toBe('On.');
});

test('the same words again change the text of the live region, and are the same words to whoever hears them', () => {
  const heard: string[] = [];
  const stop = announced.subscribe((text) => heard.push(text));
  heard.length = 0;
  for (let i = 0; i < 3; i++) say(['view', '73 communes.']);
  stop();
  expect(heard.map((text) => text.trim())).toEqual(['73 communes.', '73 communes.', '73 communes.']);
  expect(heard.every((text, i) => text !== heard[i - 1])).toBe(true);
});
