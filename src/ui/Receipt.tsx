import type { ProvinceFigures } from '../core/province';
import { TECHNOLOGIES } from '../core/model';
import { lang } from '../state/language';
import { coverageNature, hamletsNature } from '../state/nature';
import { project } from '../state/project';
import { settings } from '../state/results';
import { view } from '../state/view';

/** Where the large figure comes from: inputs with dates, rule, formula with its values, and the command that repeats it. */
export function Receipt({ figures }: { figures: ProvinceFigures }) {
  const { text, format } = lang.value;
  const { technologies, operators, basis, coverage, without2G } = view.value;
  const data = project.value!;
  const boundaries = data.provenance.find((p) => p.file === 'communes.topo.json')?.date;
  const counted = technologies.filter((t) => !(without2G && t === '2G'));
  const ownFiles = (...kinds: string[]) => data.datasets.filter((d) => kinds.includes(d.kind)).map((d) => d.provenance.file).join(', ');
  const fileOf = (kind: string) => data.datasets.filter((d) => d.kind === kind && d.provenance.nature === 'imported').map((d) => `--${kind} "${d.provenance.file}"`).join(' ');
  const command = [
    'npx lomsong gaps',
    coverageNature.value === 'imported' ? [fileOf('sites'), coverage === 'claimed' ? fileOf('coverage') : '', coverage === 'measured' ? fileOf('measurements') : '', fileOf('localities'), fileOf('communes')].filter(Boolean).join(' ') : coverage === 'claimed' ? '--sites bundled --localities bundled --coverage bundled' : '',
    counted.length > 0 ? `--technology ${counted.join(',')}` : '',
    operators ? `--operator "${operators.join(',')}"` : '',
    '--format csv',
  ].filter(Boolean).join(' ');
  const radii = TECHNOLOGIES.filter((t) => technologies.includes(t)).map((t) => `${t} ${format.radius(settings.value.radiusMeters[t])}`).join('; ');
  const values = {
    land: text.receipt.values(format.km2(figures.gapKm2 ?? 0), format.km2(figures.areaKm2), format.percent(figures.gapShare ?? 0, 2)),
    people: text.receipt.values(format.number(figures.populationGap ?? 0), format.number(figures.population ?? 0), format.percent(figures.populationGapShare ?? 0, 2)),
    hamlets: text.receipt.values(format.number(figures.localitiesTrang ?? 0), format.number(figures.localities ?? 0), format.percent(figures.localitiesTrangShare ?? 0, 2)),
  }[basis];
  return (
    <details class="receipt">
      <summary>{text.overview.why}</summary>
      <h3>{text.receipt.title}</h3>
      <dl>
        <dt>{text.receipt.inputs}</dt>
        <dd>
          <ul>
            {boundaries && <li>{text.receipt.boundaries(format.date(boundaries))}</li>}
            <li>{coverageNature.value === 'imported' ? text.receipt.own(ownFiles(...({ stations: ['sites'], claimed: ['coverage'], measured: ['measurements'] }[coverage]))) : coverage === 'stations' ? text.receipt.stations(format.date(data.indicators.seed[0]!.reported)) : text.receipt.claimed}</li>
            {basis !== 'land' && <li>{hamletsNature.value === 'modelled' ? text.receipt.hamlets : text.receipt.own(ownFiles('localities'))}</li>}
          </ul>
        </dd>
        <dt>{text.receipt.rule}</dt>
        <dd>{coverage === 'stations' ? text.receipt.ruleModel(radii) : coverage === 'measured' ? text.receipt.ruleMeasured(format.number(settings.value.measured.sideMeters), format.number(settings.value.measured.leastReadings)) : text.receipt.ruleClaimed}</dd>
        <dt>{text.receipt.formula}</dt>
        <dd>
          {{ land: text.receipt.formulaLand, people: text.receipt.formulaPeople, hamlets: text.receipt.formulaHamlets }[basis]}
          <br /><span class="values">{values}</span>
        </dd>
        <dt>{text.receipt.repeat}</dt>
        <dd>
          <code>{command}</code>
          {without2G && technologies.includes('2G') && <p class="hint">{text.receipt.technologiesOff}</p>}
        </dd>
      </dl>
    </details>
  );
}
