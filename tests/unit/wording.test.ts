/** Phrases that the page puts together: names in the order of the reader's language. */
import { expect, test, vi } from 'vitest';
import { Failure, reasonOf } from '../../src/core/failure';
import { fetchText } from '../../src/state/fetch-text';
import { tipWords } from '../../src/ui/tip-words';
import { failureWords, operatorList, operatorNames } from '../../src/ui/wording';

test('operators stand in the alphabet of the language, whatever the order of the data', () => {
  const byCodePoint = ['Digital', 'VNPT', 'Viettel', 'Đông Bắc'];
  const inOrder = 'Digital, Đông Bắc, Viettel, VNPT';
  expect(operatorNames(byCodePoint)).toBe(inOrder);
  expect(operatorList(byCodePoint)).toBe(inOrder);
  expect(tipWords({ kind: 'bts', name: 'A', technology: '4G', operators: byCodePoint, siteId: 'S1', communeCode: null, lngLat: [105, 22], point: { x: 0, y: 0 } })).toContain(inOrder);
});

test('what goes wrong is said in words of the language, with what else is known after them', async () => {
  const thrown = async (answer: () => Promise<Response>) => {
    vi.stubGlobal('fetch', answer);
    vi.spyOn(console, 'info').mockImplementation(() => {});
    const error: unknown = await fetchText('./x').then(() => null, (e: unknown) => e);
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
    return failureWords(reasonOf(error));
  };
  expect(await thrown(() => Promise.reject(new TypeError('Failed to fetch')))).toBe('không kết nối được');
  expect(await thrown(() => Promise.resolve(new Response('', { status: 404 })))).toBe('máy chủ không đưa tệp ra (HTTP 404)');
  expect(failureWords(reasonOf(new Failure('worker')))).toBe('phần tính toán đã ngừng');
  expect(failureWords(reasonOf(new Error('x is undefined')))).toBe('lỗi chưa rõ (x is undefined)');
});
