import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { compassPoint } from '../core/compass';
import { bearing } from '../core/geodesic';
import type { LngLat } from '../core/model';
import { writeOldCode } from '../core/old-code';
import { flyTo, flyToBox } from '../state/flight';
import { lang } from '../state/language';
import { countedInList, mapList, mapListOpen } from '../state/map-list';
import { mapInWords } from '../state/map-words';
import { coverageNature, fibreNature, figuresNature, hamletsNature, stationsNature } from '../state/nature';
import type { FiguresAsked } from '../state/receipts';
import { scenarioOnMap } from '../state/scene';
import { boxOfDistrict } from '../state/units';
import { updateView, view } from '../state/view';
import { placeOfName } from '../style/features';
import { useHeadingOfOpened } from './heading-of-opened';
import { Tag } from './Tag';
import { WhyFigures } from './WhyButton';
import { operatorNames, technologyList } from './wording';

/** Rows of a table at first, and more with each press. */
const ROWS_STEP = 30;
/** Nearer than this is in the middle. */
const MIDDLE_METERS = 50;

/**
 * The map without eyes or pointer: what it shows just now, as a sentence and as tables, from which everything on it can
 * be opened. Beside the map where there is room, else over the page.
 */
export function MapList({ wide }: { wide: boolean }) {
  const { text, format } = lang.value;
  const says = text.mapList;
  const heading = useHeadingOfOpened(wide);
  const close = () => (mapListOpen.value = false);
  /** Over the page the list is in the way of what it opens. */
  const leave = () => {
    // Closed by itself it gives the keyboard back to its button at once, so that a sheet opened from here returns it there.
    if (!wide) document.querySelector<HTMLDialogElement>('dialog.map-list')?.close();
  };
  const list = mapList.value;
  const where = (position: LngLat) => {
    const { meters, azimuthDeg } = bearing(list.middle, position);
    return meters < MIDDLE_METERS ? says.inMiddle : says.away(format.km(meters / 1000), says.compass[compassPoint(azimuthDeg)]);
  };
  const go = (position: LngLat, zoom: number) => {
    leave();
    flyTo(position, zoom);
  };
  const open = (commune: string) => {
    leave();
    updateView({ commune });
  };
  const technologies = technologyList(view.value.technologies);
  const ofCommune = (code: string, figure: number | null): FiguresAsked | undefined => (figure === null ? undefined : { of: 'commune-on-map', code });
  const others = ([[list.routes.length, says.routes], [list.coverage.length, says.coverage], [list.counts.measurements, says.measurements], [list.counts.conflicts, says.conflicts]] as const).filter(([n]) => n > 0);
  const counted = countedInList(list);
  return (
    <Frame wide={wide} onClose={close}>
      <header role="none">
        <h2 ref={heading} tabIndex={-1} id="map-list-title">{says.title}</h2>
        <button type="button" class="plain close" aria-label={says.close} title={says.close} onClick={close}>×</button>
      </header>
      <p>{mapInWords(list)} {counted.length > 0 && <><WhyFigures figures={{ of: 'map', counts: counted }} of={says.title} /> </>}{list.extent !== null && <span class="hint">{says.distances}</span>}</p>
      {view.value.camera !== null && <p class="actions"><button type="button" class="plain" onClick={() => updateView({ camera: null })}>{text.map.whole}</button></p>}

      <Section open title={says.communes(technologies)} nature={<Tag nature={figuresNature.value} />} columns={[text.table.name, text.table.stateFilter, text.table.gapShare, text.table.gapKm2, says.where]} rows={list.communes.map(({ commune, state, gapShare, gapKm2 }) => ({
        key: commune.code, name: commune.name, go: () => open(commune.code), current: commune.code === view.value.commune, why: ofCommune(commune.code, gapShare),
        cells: () => [state ? text.states[state] : '…', gapShare === null ? '–' : format.percent(gapShare), gapKm2 === null ? '–' : format.km2(gapKm2), where(placeOfName(commune.geometry).position)],
      }))} />
      <Section title={says.gaps} nature={<Tag nature={figuresNature.value} />} columns={[text.table.name, text.sheet.largest, says.deepest]} rows={list.gaps.map(({ code, name, km2, position }) => ({
        key: code, name, go: () => go(position, 12), why: ofCommune(code, km2), cells: () => [format.km2(km2), where(position)],
      }))} />
      <Section title={says.districts} columns={[text.oldUnits.districtName, text.oldUnits.communes]} rows={[...list.districts].sort((a, b) => format.compare(a.name, b.name)).map(({ name, communes }) => ({
        key: name, name, go: () => { const box = boxOfDistrict(name); leave(); if (box) flyToBox(box); }, why: { of: 'district', district: name }, cells: () => [format.number(communes.length)],
      }))} />
      <Section open title={says.added} columns={[text.oldUnits.mast, text.technologies, text.sheet.operator, says.where]} rows={list.added.map(({ id, name, position, technologies: of, operator }) => ({
        key: id, name, go: () => go(position, 12), cells: () => [technologyList(of), operator, where(position)],
      }))} />
      <Section open title={says.proposed} nature={<Tag nature="modelled" />} columns={[text.oldUnits.mast, says.order, text.table.stateFilter, says.where]} rows={list.proposed.map(({ order, name, position, stands }) => ({
        key: `${order}`, name, go: () => go(position, 12), cells: () => [format.number(order), stands ? text.next.stands : text.next.toCome, where(position)],
      }))} />
      <Section title={says.masts} nature={<Tag nature={stationsNature.value} />} columns={[text.oldUnits.mast, text.technologies, text.operators, says.where]} rows={list.masts.map(({ siteId, name, position, technologies: of, operators }) => ({
        key: siteId, name, go: () => go(position, 13.5), cells: () => [technologyList(of), operatorNames(operators), where(position)],
      }))} />
      <Section title={says.hamlets} nature={<Tag nature={hamletsNature.value} />} columns={[text.hamlets.columns.name, text.table.stateFilter, text.hamlets.columns.people, says.where]} rows={list.hamlets.map(({ locality, state }) => ({
        key: locality.localityId, name: locality.name, go: () => go(locality.position, 13.5), why: locality.population === null || locality.communeCode === null ? undefined : { of: 'hamlet-on-map', id: locality.localityId },
        cells: () => [state ? text.hamlets.state[state] : text.noData, locality.population === null ? '–' : format.number(locality.population), where(locality.position)],
      }))} />
      <Section title={says.oldCentres} nature={<Tag nature={coverageNature.value} />} columns={[text.table.oldName, text.table.centre, says.where]} rows={list.oldCentres.map(({ code, name, signal, position }) => ({
        key: code, name, go: () => open(writeOldCode(code)), cells: () => [text.oldUnits.centre[signal], where(position)],
      }))} />
      <Section title={says.fibre} nature={<Tag nature={fibreNature.value} />} columns={[says.name, says.where]} rows={list.fibre.map(({ fibreId, name, position }) => ({
        key: fibreId, name, go: () => go(position, 13.5), cells: () => [where(position)],
      }))} />
      {(others.length > 0 || list.changes) && (
        <section>
          <h3>{says.others}</h3>
          <ul class="lines">
            {others.map(([n, say]) => <li key={say('')}>{say(format.number(n))}</li>)}
            {list.changes && <li>{says.changes[scenarioOnMap.value ? 'scenario' : 'versions']}</li>}
          </ul>
        </section>
      )}
    </Frame>
  );
}

/** A part of the page beside the map, or a dialog over all of it; Escape closes both. */
function Frame({ wide, onClose, children }: { wide: boolean; onClose: () => void; children: ComponentChildren }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), [wide]);
  if (!wide) return <dialog ref={dialog} class="map-list" aria-labelledby="map-list-title" onClose={onClose}>{children}</dialog>;
  return <section class="map-list" aria-labelledby="map-list-title" onKeyDown={(event) => { if (event.key === 'Escape') onClose(); }}>{children}</section>;
}

interface ListRow {
  key: string;
  name: string;
  /** Shows it on the map, or opens its sheet. */
  go: () => void;
  current?: boolean;
  /** Made for the rows in view alone. */
  cells: () => string[];
  /** What the receipt of its numbers is asked for; absent where it has none. */
  why?: FiguresAsked;
}

function Section({ title, nature, columns, rows, open = false }: { open?: boolean; title: string; nature?: ComponentChildren; columns: readonly string[]; rows: readonly ListRow[] }) {
  const { text, format } = lang.value;
  const most = useSignal(ROWS_STEP);
  if (rows.length === 0) return null;
  const shown = rows.slice(0, most.value);
  return (
    <details open={open}>
      <summary>{title} ({format.number(rows.length)})</summary>
      <div class="table-scroll" tabIndex={0} role="region" aria-label={title}>
        <table class="plain-table" aria-rowcount={rows.length + 1}>
          <caption>{title} {nature}</caption>
          <thead><tr>{columns.map((column) => <th key={column} scope="col">{column}</th>)}</tr></thead>
          <tbody>
            {shown.map(({ key, name, go, current, cells, why }) => (
              <tr key={key}>
                <th scope="row"><button type="button" class="link" aria-current={current ? 'true' : undefined} onClick={go}>{name}</button>{why && <> <WhyFigures place={name} figures={why} of={`${title}: ${name}`} /></>}</th>
                {cells().map((cell, i) => <td key={i}>{cell}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < rows.length && <p class="actions"><button type="button" class="plain" onClick={() => (most.value += ROWS_STEP)}>{text.mapList.more(format.number(Math.min(ROWS_STEP, rows.length - shown.length)))}</button></p>}
    </details>
  );
}
