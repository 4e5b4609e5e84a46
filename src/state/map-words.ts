/** What the map shows, in words, and that it has moved. */
import { effect } from '@preact/signals';
import { announce } from './announcements';
import { lang } from './language';
import { mapExtent } from './map-extent';
import { type MapList, mapList } from './map-list';

/** What the map shows, in one sentence. */
export function mapInWords(list: MapList): string {
  const { text, format } = lang.peek();
  const { communes, masts, fibre, hamlets, added, proposed, oldCentres, districts } = list;
  const of = (n: number, say: (n: string) => string) => (n > 0 ? [say(format.number(n))] : []);
  const withGap = communes.filter((c) => c.state === 'gap' || c.state === 'partial').length;
  const parts = [
    ...of(communes.length, (n) => text.mapList.said.communes(n, format.number(withGap))),
    ...of(districts.length, text.mapList.said.districts), ...of(added.length, text.mapList.said.added), ...of(proposed.length, text.mapList.said.proposed), ...of(masts.length, text.mapList.said.masts),
    ...of(fibre.length, text.mapList.said.fibre), ...of(hamlets.length, text.mapList.said.hamlets), ...of(oldCentres.length, text.mapList.said.oldCentres),
  ];
  return parts.length === 0 ? text.mapList.nothing : text.mapList.shows(parts.join(', '));
}

/** Says what is in view whenever the map has moved, from now on. Returns a function that ends it. */
export function announceMoves(): () => void {
  let before = '';
  return effect(() => {
    const now = mapExtent.value?.map((degrees) => Math.round(degrees * 1e4)).join() ?? '';
    const moved = before !== '' && now !== '' && now !== before;
    before = now || before;
    if (moved) announce('view', mapInWords(mapList.peek()));
  });
}
