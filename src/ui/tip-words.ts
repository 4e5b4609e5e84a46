/** What lies under the middle of the map, as words to be said: the same as the tip shows. */
import type { MapInfo } from '../map';
import { lang } from '../state/language';
import { operatorNames } from './wording';

export function tipWords(info: MapInfo): string {
  const { text, format } = lang.value;
  const { tip } = text.map;
  switch (info.kind) {
    case 'commune':
    case 'gap':
      return info.gapShare === null ? (info.state === 'no-data' ? tip.communeNoData(info.name) : info.name) : tip.commune(info.name, format.percent(info.gapShare));
    case 'bts':
      return `${info.name}, ${info.technology}. ${tip.operators(operatorNames(info.operators))}`;
    case 'cluster':
      return tip.cluster(format.number(info.bts));
    case 'fibre':
      return `${text.mapList.fibre}: ${info.name}`;
    case 'proposed':
      return text.next.proposed(format.number(info.order), info.name);
    case 'old-centre':
      return `${info.name}: ${text.oldUnits.centreTip[info.signal]}`;
    case 'route':
      return tip.route(info.routeId);
    case 'hamlet':
      return info.state === null ? info.name : tip.hamlet(info.name, text.sheet.hamletState[info.state]);
  }
}
