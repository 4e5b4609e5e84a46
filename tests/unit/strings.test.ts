import { expect, test } from 'vitest';
import { findUnused } from './used-strings';
test('x', () => { const { all, unused } = findUnused(); console.log(all.length, unused.length, unused.join('\n')); expect(1).toBe(1); });
