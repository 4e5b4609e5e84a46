/** Phrases that the page puts together: names in the order of the reader's language. */
import { expect, test } from 'vitest';
import { tipWords } from '../../src/ui/tip-words';
import { operatorList, operatorNames } from '../../src/ui/wording';

test('operators stand in the alphabet of the language, whatever the order of the data', () => {
  const byCodePoint = ['Digital', 'VNPT', 'Viettel', 'Đông Bắc'];
  const inOrder = 'Digital, Đông Bắc, Viettel, VNPT';
  expect(operatorNames(byCodePoint)).toBe(inOrder);
  expect(operatorList(byCodePoint)).toBe(inOrder);
  expect(tipWords({ kind: 'bts', name: 'A', technology: '4G', operators: byCodePoint, siteId: 'S1', communeCode: null, lngLat: [105, 22], point: { x: 0, y: 0 } })).toContain(inOrder);
});
