/** A project goes into the page in one file, whatever its name, and comes out as it was. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readProjectFile, type StoredProject } from '../../src/formats/project-file';
import { withProject } from '../../src/formats/single-file';

const TEMPLATE = '<!doctype html><html><head><title>Lõm Sóng</title></head><body><script type="application/octet-stream" id="lomsong-project"></script><script>start("$&")</script></body></html>';
const PLACE = /id="lomsong-project">([^<]*)<\/script>/;
const named = (name: string): StoredProject => ({ id: 'a', name, savedAt: '2026-11-24T00:00:00.000Z', view: '#tab=data', settings: {}, scenarios: [], datasets: [] });

test('any name comes back, and no name becomes markup', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('</script>', '</title><script>', '\u2028', '$&$1', 'a&b')), (name) => {
    const html = withProject(TEMPLATE, named(name));
    expect(html.match(/<\/?(script|title|b)\b/g)).toHaveLength(6);
    const { project } = readProjectFile(Buffer.from(PLACE.exec(html)![1]!, 'base64'));
    expect(project).toEqual(named(Buffer.from(name, 'utf8').toString('utf8')));
  }));
});

test('a second project takes the place of the first', () => {
  const twice = withProject(withProject(TEMPLATE, named('')), named(''));
  expect(twice).toBe(withProject(TEMPLATE, named('')));
});

test('anything but the page in one file is refused', () => {
  expect(() => withProject('<title>404</title>', named('x'))).toThrow('not-the-page');
});
