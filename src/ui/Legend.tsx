import { useComputed } from '@preact/signals';
import { lang } from '../state/language';
import { closeOnEscape } from './close-on-escape';
import { legendCounted, legendItems, type Swatch } from './legend-items';
import { CENTRE_SHAPE, PROPOSED_SHAPE, shapePath } from '../style/technology-shape';
import { TechnologySymbol } from './TechnologySymbol';
import { WhyFigures } from './WhyButton';

const LEVEL_STYLE = {
  usable: { fill: 'var(--t4G)' },
  weak: { fill: 'var(--t5G)', stroke: 'var(--ink)', strokeWidth: 1 },
  poor: { fill: 'var(--surface)', stroke: 'var(--gap)', strokeWidth: 2 },
};

const CENTRE_STYLE = {
  reached: { fill: 'var(--accent)', stroke: 'var(--ink)', strokeWidth: 1.2 },
  not: { fill: 'var(--hamletFill)', stroke: 'var(--accent)', strokeWidth: 2.2 },
  'no-data': { fill: 'var(--noData)', stroke: 'var(--noDataDots)', strokeWidth: 2.2 },
};

/** What the map shows just now, and nothing else. */
export function Legend({ open }: { open: boolean }) {
  const { text } = lang.value;
  const items = useComputed(legendItems);
  const counted = useComputed(legendCounted);
  return (
    <details class="legend" open={open} onKeyDown={closeOnEscape}>
      <summary>{text.map.legend}</summary>
      <ul>{items.value.map(({ swatch, label }) => <li key={label}><SwatchOf swatch={swatch} />{label}</li>)}</ul>
      {counted.value && <p class="legend-why"><small>{text.map.legendNumbers}</small> <WhyFigures figures={counted.value} of={text.map.legendNumbers} /></p>}
    </details>
  );
}

function SwatchOf({ swatch }: { swatch: Swatch }) {
  switch (swatch.kind) {
    case 'area':
      return <span class={`swatch swatch-${swatch.area}`} aria-hidden="true" />;
    case 'technology':
      return <span class="swatch-icon"><TechnologySymbol technology={swatch.technology} /></span>;
    case 'sign':
      return <span class="swatch-icon swatch-sign" aria-hidden="true">{swatch.sign}</span>;
    case 'share':
      return <span class={`swatch swatch-share-${swatch.step}`} aria-hidden="true" />;
    default:
      return <svg class="swatch-icon" viewBox="-8 -6 16 12" aria-hidden="true">{drawn(swatch)}</svg>;
  }
}

function drawn(swatch: Exclude<Swatch, { kind: 'area' | 'share' | 'technology' | 'sign' }>) {
  switch (swatch.kind) {
    case 'fibre':
      return <rect x="-4" y="-4" width="8" height="8" style={{ fill: 'var(--fibreFill)', stroke: 'var(--fibre)', strokeWidth: 2 }} />;
    case 'route':
      return <path d="M-7 2 L-2 -2 L2 2 L7 -2" style={{ fill: 'none', stroke: 'var(--fibre)', strokeWidth: 2 }} />;
    case 'district':
      return <path d="M-7 0H7" style={{ fill: 'none', stroke: 'var(--ink)', strokeWidth: 2.6 }} />;
    case 'old-centre':
      return <path d={shapePath(CENTRE_SHAPE)} transform="scale(0.8)" style={CENTRE_STYLE[swatch.signal]} />;
    case 'proposed':
      return <path d={shapePath(PROPOSED_SHAPE)} transform="scale(0.52)" style={swatch.stands ? { fill: 'var(--accent)', stroke: 'var(--ink)', strokeWidth: 1.6 } : { fill: 'var(--hamletFill)', stroke: 'var(--ink)', strokeWidth: 3.4 }} />;
    case 'largest':
      return <g style={{ fill: 'none', stroke: 'var(--gap)', strokeWidth: 1.6 }}><circle r="3.5" /><path d="M-6 0h4M2 0h4M0-6v4M0 2v4" /></g>;
    case 'level':
      return <circle r="3.6" style={LEVEL_STYLE[swatch.level]} />;
    case 'hamlet':
      return (
        <>
          <circle r="3.6" style={{ fill: swatch.state === 'covered' ? 'var(--hamlet)' : 'var(--hamletFill)', stroke: 'var(--hamlet)', strokeWidth: 1.6 }} />
          {swatch.state === 'lom' && <path d="M0-3.600A3.600 3.600 0 0 0 0 3.600Z" style={{ fill: 'var(--hamlet)' }} />}
        </>
      );
  }
}
