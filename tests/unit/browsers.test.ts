/** The browsers that the README names have what the source uses: nothing newer stands in it unguarded. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const src = new URL('../../src', import.meta.url).pathname;

/** In Chromium or Firefox later than those named in the README (111 and 121), or in one of them not at all. */
const TOO_NEW_FOR_SCRIPTS = [
  'withResolvers', 'Array.fromAsync', 'Object.groupBy', 'Map.groupBy', 'Promise.try', 'RegExp.escape', 'Iterator.from', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom', 'symmetricDifference',
  'Uint8Array.fromBase64', 'toBase64', 'AbortSignal.any', 'Float16Array', 'Error.isError', 'Math.sumPrecise', 'Intl.DurationFormat', 'URL.parse', 'URLPattern', 'showPopover', 'popover=', 'closedby=',
  'startViewTransition', 'showOpenFilePicker', 'showSaveFilePicker', 'measureUserAgentSpecificMemory', 'scheduler.yield', 'new CloseWatcher', 'Temporal.',
];
const TOO_NEW_FOR_STYLES = [
  '@starting-style', '@scope', 'anchor-name', 'position-anchor', 'field-sizing', 'interpolate-size', 'light-dark(', 'text-wrap: pretty', 'animation-timeline', '::details-content', 'text-box', '@property',
];
/** Of Maps, Sets and arrays: iterators have methods of their own only since Chromium 122 and Firefox 131. */
const ITERATOR_HELPERS = /\.(?:entries|values|keys)\(\)\s*\.(?:map|filter|some|every|find|toArray|reduce|flatMap|take|drop|forEach)\(/;

const filesOf = (ending: RegExp) => readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => ending.test(name)).map((name) => [name, readFileSync(path.join(src, name), 'utf8')] as const);

test('scripts', () => {
  const found = filesOf(/\.tsx?$/).flatMap(([name, text]) => [...TOO_NEW_FOR_SCRIPTS.filter((api) => text.includes(api)), ...(ITERATOR_HELPERS.test(text) ? ['iterator helpers'] : [])].map((api) => `${name}: ${api}`));
  expect(found).toEqual([]);
});

test('styles', () => {
  expect(filesOf(/\.css$/).flatMap(([name, text]) => TOO_NEW_FOR_STYLES.filter((feature) => text.includes(feature)).map((feature) => `${name}: ${feature}`))).toEqual([]);
});
