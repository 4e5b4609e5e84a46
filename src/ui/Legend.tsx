import { useComputed } from '@preact/signals';
import { lang } from '../state/language';
import { scene } from '../state/scene';
import { view } from '../state/view';
import { TechnologySymbol } from './TechnologySymbol';
import { technologyList } from './wording';

const LEVEL_STYLE = {
  usable: { fill: 'var(--t4G)' },
  weak: { fill: 'var(--t5G)', stroke: 'var(--ink)', strokeWidth: 1 },
  poor: { fill: 'var(--surface)', stroke: 'var(--gap)', strokeWidth: 2 },
};

/** What the map shows just now, and nothing else. */
export function Legend({ open }: { open: boolean }) {
  const { text, format } = lang.value;
  const { layers, technologies } = view.value;
  const has = (layer: (typeof layers)[number]) => layers.includes(layer);
  const states = useComputed(() => {
    const { communes } = scene.value;
    return {
      gap: communes.some((c) => c.state === 'gap' || c.state === 'partial'),
      covered: communes.some((c) => c.state === 'covered' || c.state === 'partial'),
      noData: communes.some((c) => c.state === 'no-data'),
    };
  });
  const counts = useComputed(() => {
    const bts = new Map<string, Set<string>>();
    for (const c of scene.value.cells) {
      const set = bts.get(c.technology) ?? new Set<string>();
      bts.set(c.technology, set.add(`${c.siteId} ${c.operator}`));
    }
    return bts;
  });
  const hamletStates = useComputed(() => new Set(scene.value.hamlets.map((h) => h.state)));
  const fibre = scene.value.fibre.filter((f) => f.position).length;
  const list = technologyList(technologies);
  return (
    <details class="legend" open={open}>
      <summary>{text.map.legend}</summary>
      <ul>
        {has('gaps') && states.value.gap && <li><span class="swatch swatch-gap" aria-hidden="true" />{text.map.legendGap(list)}</li>}
        {has('gaps') && states.value.covered && <li><span class="swatch swatch-covered" aria-hidden="true" />{text.map.legendCovered(list)}</li>}
        {has('no-data') && states.value.noData && <li><span class="swatch swatch-no-data" aria-hidden="true" />{text.map.legendNoData}</li>}
        {has('bts') && technologies.map((t) => counts.value.has(t) && (
          <li key={t}><span class="swatch-icon"><TechnologySymbol technology={t} /></span>{text.map.legendBts(t, format.number(counts.value.get(t)!.size))}</li>
        ))}
        {has('fibre') && (
          <li>
            <svg class="swatch-icon" viewBox="-8 -6 16 12" aria-hidden="true"><rect x="-4" y="-4" width="8" height="8" style={{ fill: 'var(--fibreFill)', stroke: 'var(--fibre)', strokeWidth: 2 }} /></svg>
            {text.map.legendFibre(format.number(fibre))}
          </li>
        )}
        {has('routes') && scene.value.routes.length > 0 && (
          <li>
            <svg class="swatch-icon" viewBox="-8 -6 16 12" aria-hidden="true"><path d="M-7 2 L-2 -2 L2 2 L7 -2" style={{ fill: 'none', stroke: 'var(--fibre)', strokeWidth: 2 }} /></svg>
            {text.map.legendRoutes(format.number(scene.value.routes.length))}
          </li>
        )}
        {has('hamlets') && (['covered', 'lom', 'trang'] as const).map((state) => hamletStates.value.has(state) && (
          <li key={state}><HamletSymbol state={state} />{text.map.legendHamlet[state]}</li>
        ))}
        {has('measurements') && scene.value.measurements.length > 0 && (['usable', 'weak', 'poor'] as const).map((level) => (
          <li key={level}>
            <svg class="swatch-icon" viewBox="-8 -6 16 12" aria-hidden="true"><circle r="3.6" style={LEVEL_STYLE[level]} /></svg>
            {text.map.legendLevel[level]}
          </li>
        ))}
        {has('conflicts') && (['claimed-but-poor', 'usable-but-unclaimed'] as const).map((kind) => scene.value.conflicts.some((c) => c.kind === kind) && (
          <li key={kind}><span class="swatch-icon swatch-sign" aria-hidden="true">{kind === 'claimed-but-poor' ? '×' : '+'}</span>{text.map.legendConflict[kind]}</li>
        ))}
        {has('coverage') && <li><span class="swatch swatch-coverage" aria-hidden="true" />{text.map.legendCoverage}</li>}
        {scene.value.largestGapPoint && (
          <li>
            <svg class="swatch-icon" viewBox="-8 -6 16 12" aria-hidden="true"><g style={{ fill: 'none', stroke: 'var(--gap)', strokeWidth: 1.6 }}><circle r="3.5" /><path d="M-6 0h4M2 0h4M0-6v4M0 2v4" /></g></svg>
            {text.map.legendLargest}
          </li>
        )}
      </ul>
    </details>
  );
}

function HamletSymbol({ state }: { state: 'covered' | 'lom' | 'trang' }) {
  return (
    <svg class="swatch-icon" viewBox="-8 -6 16 12" aria-hidden="true">
      <circle r="3.6" style={{ fill: state === 'covered' ? 'var(--hamlet)' : 'var(--hamletFill)', stroke: 'var(--hamlet)', strokeWidth: 1.6 }} />
      {state === 'lom' && <path d="M0-3.600A3.600 3.600 0 0 0 0 3.600Z" style={{ fill: 'var(--hamlet)' }} />}
    </svg>
  );
}
