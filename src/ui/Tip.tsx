import type { MapInfo } from '../map';
import { lang } from '../state/language';
import { coverageNature, fibreNature, hamletsNature, stationsNature } from '../state/nature';
import { proposal } from '../state/proposal';
import { Tag } from './Tag';
import { operatorNames } from './wording';

/** What lies under the pointer. Everything in it stands in the sheet or the tables too. */
export function Tip({ info }: { info: MapInfo }) {
  const { text, format } = lang.value;
  const { x, y } = info.point;
  const flip = x > innerWidth / 2;
  return (
    <div class="tip" style={{ top: `${y + 14}px`, ...(flip ? { right: `calc(100% - ${x - 12}px)` } : { left: `${x + 12}px` }) }}>
      {content()}
    </div>
  );

  function content() {
    switch (info.kind) {
      case 'commune':
      case 'gap':
        return (
          <>
            <strong>{info.gapShare === null ? (info.state === 'no-data' ? text.map.tip.communeNoData(info.name) : info.name) : text.map.tip.commune(info.name, format.percent(info.gapShare))}</strong>
            {info.gapKm2 !== null && <span>{format.km2(info.gapKm2)} <Tag nature={coverageNature.value} /></span>}
          </>
        );
      case 'bts':
        return <><strong>{info.name} · {info.technology} <Tag nature={stationsNature.value} /></strong><span>{text.map.tip.operators(operatorNames(info.operators))}</span></>;
      case 'cluster':
        return <strong>{text.map.tip.cluster(format.number(info.bts))} <Tag nature={stationsNature.value} /></strong>;
      case 'fibre':
        return <strong>{info.name} <Tag nature={fibreNature.value} /></strong>;
      case 'old-centre':
        return <><strong>{info.name}</strong><span>{text.oldUnits.centreTip[info.signal]} <Tag nature={coverageNature.value} /></span></>;
      case 'proposed': {
        const of = proposal.value;
        const mast = of?.found.masts[info.order - 1];
        if (!of || !mast) return null;
        const { objective } = of.request.question;
        return (
          <>
            <strong>{text.next.proposed(format.number(info.order), info.name)} <Tag nature="modelled" /></strong>
            <span>{text.next.gainTip(objective === 'land' ? format.km2(mast.gain) : format.number(mast.gain), text.next.gains[objective])}</span>
            <span>{info.stands ? text.next.stands : text.next.toCome}</span>
          </>
        );
      }
      case 'route':
        return <><strong>{text.map.tip.route(info.routeId)}</strong>{info.operator !== null && <span>{text.map.tip.operators(info.operator)}</span>}</>;
      case 'hamlet':
        return (
          <>
            <strong>{info.state === null ? info.name : text.map.tip.hamlet(info.name, text.sheet.hamletState[info.state])} <Tag nature={hamletsNature.value} /></strong>
            {info.population !== null && <span>{text.map.tip.people(format.number(info.population))}</span>}
          </>
        );
    }
  }
}
