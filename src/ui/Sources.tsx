import type { Provenance } from '../core/model';
import { told } from '../core/told';
import { lang } from '../state/language';
import { ownIndicators } from '../state/nature';
import { known } from '../state/known';
import { Tag } from './Tag';

/** Of what is loaded, and of the old units and reported figures that are always there. */
export function loadedProvenance(): Provenance[] {
  const { datasets, provenance } = known.value!;
  return [...datasets.map((d) => d.provenance), ...provenance.filter((p) => p.file === 'old-units.json' || (p.file === 'indicators.json' && !ownIndicators.value))];
}

/** Where each dataset comes from, of what date, under which licence, with what it was checked for. */
export function Sources() {
  const { code, text, format } = lang.value;
  return (
    <section class="sources">
      <h2>{text.sources.title}</h2>
      <p class="hint">{text.sources.note}</p>
      {loadedProvenance().map((p) => (
        <details key={p.file}>
          <summary>{told(p.what, code)} <Tag nature={p.nature} /></summary>
          <dl>
            {p.date && <><dt>{text.sources.date}</dt><dd>{format.date(p.date)}</dd></>}
            <dt>{text.sources.source}</dt><dd>{told(p.source, code)}</dd>
            <dt>{text.sources.licence}</dt><dd>{p.licence ?? text.sources.noLicence}</dd>
            {p.checks.length > 0 && <><dt>{text.sources.checks}</dt><dd><ul>{p.checks.map((c) => <li key={c.vi}>{told(c, code)}</li>)}</ul></dd></>}
            {p.notes.length > 0 && <><dt>{text.sources.notes}</dt><dd><ul>{p.notes.map((n) => <li key={n.vi}>{told(n, code)}</li>)}</ul></dd></>}
          </dl>
          {p.nature !== 'imported' && <a href={`./data/${p.file}`} download>{text.sources.download} {p.file}</a>}
        </details>
      ))}
    </section>
  );
}
