/** A commune's map as a static SVG: what is covered, the gap, stations, fibre, hamlets. */
import { boxesMeet, boxOfGeometry } from '../core/box';
import type { CommuneReport } from '../core/commune-report';
import { metersPerDegree } from '../core/geodesic';
import type { Box, LngLat, MultiPolygonRings, Technology } from '../core/model';
import { PALETTES } from '../style/palette';
import { SHAPE_VIEW_BOX, technologyPath } from '../style/technology-shape';
import { html, type Markup, type Part } from './markup';
import { technologyNames, type Paper } from './paper';

/** The drawing's unit is 0.1 mm on a sheet of A4. */
const WIDTH = 1600;
const MOST_HEIGHT = 1500;
const MARGIN = 60;

const palette = PALETTES.light;

interface Frame {
  box: Box;
  width: number;
  height: number;
  unitsPerKm: number;
  project(point: LngLat): [x: number, y: number];
  holds(point: LngLat): boolean;
}

/** Equirectangular about the commune's middle: within a commune it is off by less than a line's width. */
function frameOf(geometry: MultiPolygonRings): Frame {
  const [west, south, east, north] = boxOfGeometry(geometry);
  const scale = metersPerDegree((south + north) / 2);
  const wide = (east - west) * scale.lng;
  const high = (north - south) * scale.lat;
  const units = Math.min((WIDTH - 2 * MARGIN) / wide, (MOST_HEIGHT - 2 * MARGIN) / high);
  const height = high * units + 2 * MARGIN;
  const left = (WIDTH - wide * units) / 2;
  const project = ([lng, lat]: LngLat): [number, number] => [left + (lng - west) * scale.lng * units, MARGIN + (north - lat) * scale.lat * units];
  const holds = (point: LngLat) => {
    const [x, y] = project(point);
    return x >= 0 && y >= 0 && x <= WIDTH && y <= height;
  };
  const sideways = left / units / scale.lng;
  const upwards = MARGIN / units / scale.lat;
  return { box: [west - sideways, south - upwards, east + sideways, north + upwards], width: WIDTH, height, unitsPerKm: units * 1000, project, holds };
}

/** Path of rings in whole units; vertices that fall on the one before are left out. */
function pathOf(area: MultiPolygonRings, frame: Frame): string {
  return area.flat().map((ring) => {
    const points: string[] = [];
    for (const position of ring.slice(0, -1)) {
      const point = frame.project(position).map(Math.round).join(' ');
      if (points.at(-1) !== point) points.push(point);
    }
    return points.length > 2 ? `M${points.join('L')}Z` : '';
  }).join('');
}

export function communeMap(report: CommuneReport, paper: Paper): Markup {
  const { commune, gap, unknown, hamlets, largestGaps, scope } = report;
  const { text, data } = paper;
  const frame = frameOf(commune.geometry);
  const { code } = commune;
  const neighbours = data.communes.filter((c) => c.code !== code && boxesMeet(boxOfGeometry(c.geometry), frame.box));
  const outline = pathOf(commune.geometry, frame);
  const masts = data.masts
    .map((mast) => ({ ...mast, technologies: mast.technologies.filter((t) => scope.of.includes(t)) }))
    .filter((mast) => mast.technologies.length > 0 && frame.holds(mast.position));
  const fibre = data.fibre.flatMap((f) => (f.position && f.status === 'active' && frame.holds(f.position) ? [f.position] : []));
  const at = (point: LngLat) => frame.project(point).map(Math.round).join(' ');
  return html`<figure>
<svg class="map" viewBox="0 0 ${frame.width} ${Math.round(frame.height)}" role="img" aria-label="${text.map.label(technologyNames(data), commune.name)}" xmlns="http://www.w3.org/2000/svg">
<defs>
${hatch(`hatch-${code}`, palette.gap)}
${dots(`dots-${code}`)}
<clipPath id="frame-${code}"><rect x="0" y="0" width="${frame.width}" height="${Math.round(frame.height)}" /></clipPath>
</defs>
<g clip-path="url(#frame-${code})">
<rect x="0" y="0" width="${frame.width}" height="${Math.round(frame.height)}" fill="#fff" />
${neighbours.map((c) => html`<path d="${pathOf(c.geometry, frame)}" fill="none" stroke="${palette.border}" stroke-width="3" stroke-dasharray="14 8" />
`)}<path d="${outline}" fill="${report.together.state === 'no-data' ? palette.noData : palette.covered}" fill-rule="evenodd" />
${unknown.length > 0 && html`<path d="${pathOf(unknown, frame)}" fill="${palette.noData}" fill-rule="evenodd" /><path d="${pathOf(unknown, frame)}" fill="url(#dots-${code})" fill-rule="evenodd" />`}
<path d="${pathOf(gap, frame)}" fill="${palette.gapFill}" fill-rule="evenodd" />
<path d="${pathOf(gap, frame)}" fill="url(#hatch-${code})" fill-rule="evenodd" stroke="${palette.gap}" stroke-width="3" />
<path d="${outline}" fill="none" stroke="#000" stroke-width="6" stroke-linejoin="round" />
${fibre.map((position) => html`<g transform="translate(${at(position)})">${fibreSquare(30)}</g>
`)}${masts.map(({ position, technologies }) => mastSymbols(at(position), technologies))}
${hamlets.map(({ locality, state }, i) => frame.holds(locality.position) && hamletDot(at(locality.position), state, state === 'trang' || state === 'lom' ? String(i + 1) : null))}
${largestGaps.map(({ pole }, i) => poleMark(at(pole), String(i + 1)))}
</g>
${scaleBar(frame, paper)}
${northArrow(frame, text.map.north)}
<rect x="2" y="2" width="${frame.width - 4}" height="${Math.round(frame.height) - 4}" fill="none" stroke="#000" stroke-width="4" />
</svg>
${legend(report, paper, { neighbours: neighbours.length > 0, fibre: fibre.length > 0, technologies: scope.of.filter((t) => masts.some((m) => m.technologies.includes(t))) })}
</figure>
`;
}

function hatch(id: string, line: string): Markup {
  return html`<pattern id="${id}" width="16" height="16" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V16" stroke="${line}" stroke-width="5" /></pattern>`;
}

function dots(id: string): Markup {
  return html`<pattern id="${id}" width="18" height="18" patternUnits="userSpaceOnUse"><circle cx="5" cy="5" r="2.5" fill="${palette.noDataDots}" /><circle cx="14" cy="14" r="2.5" fill="${palette.noDataDots}" /></pattern>`;
}

/** Side by side over the mast's place, so that none hides another. */
function mastSymbols(at: string, technologies: readonly Technology[]): Markup {
  const step = 22;
  return html`<g transform="translate(${at})">${technologies.map((technology, i) => {
    const x = (i - (technologies.length - 1) / 2) * step;
    return html`<path transform="translate(${x} 0) scale(1.7)" d="${technologyPath(technology)}" fill="${palette.technology[technology]}" stroke="#000" stroke-width="1.1" />`;
  })}</g>
`;
}

function fibreSquare(side: number): Markup {
  return html`<rect x="${-side / 2}" y="${-side / 2}" width="${side}" height="${side}" fill="#fff" stroke="#000" stroke-width="4" />`;
}

function hamletDot(at: string, state: CommuneReport['hamlets'][number]['state'], label: string | null): Markup {
  return html`<g transform="translate(${at})">${hamletSymbol(state)}${label !== null && html`<text x="15" y="9" font-size="30" font-family="sans-serif" fill="#000" stroke="#fff" stroke-width="6" paint-order="stroke">${label}</text>`}</g>
`;
}

function hamletSymbol(state: CommuneReport['hamlets'][number]['state']): Markup {
  if (state === 'trang') return html`<circle r="10" fill="#fff" stroke="#000" stroke-width="4" />`;
  if (state === 'lom') return html`<circle r="10" fill="#fff" stroke="#000" stroke-width="4" /><path d="M0 -10A10 10 0 0 1 0 10Z" fill="#000" />`;
  return html`<circle r="8" fill="${state === null ? palette.noDataDots : '#000'}" />`;
}

function poleMark(at: string, label: string): Markup {
  return html`<g transform="translate(${at})"><path d="M-16 0H16M0 -16V16" stroke="#fff" stroke-width="12" /><path d="M-16 0H16M0 -16V16" stroke="${palette.gap}" stroke-width="6" /><text x="20" y="-10" font-size="38" font-weight="bold" font-family="sans-serif" fill="${palette.gap}" stroke="#fff" stroke-width="8" paint-order="stroke">${label}</text></g>
`;
}

const SCALE_STEPS_KM = [0.5, 1, 2, 5, 10];

function scaleBar(frame: Frame, { format }: Paper): Markup {
  const km = SCALE_STEPS_KM.findLast((step) => step * frame.unitsPerKm < frame.width / 3) ?? SCALE_STEPS_KM[0]!;
  const length = Math.round(km * frame.unitsPerKm);
  const y = Math.round(frame.height) - 40;
  return html`<g transform="translate(40 ${y})"><rect x="-14" y="-48" width="${length + 28}" height="70" fill="#fff" fill-opacity="0.85" /><path d="M0 -10V10H${length}V-10M${length / 2} 10V0" fill="none" stroke="#000" stroke-width="4" /><text x="${length / 2}" y="-14" font-size="32" font-family="sans-serif" text-anchor="middle">${format.radius(km * 1000)}</text></g>`;
}

function northArrow(frame: Frame, letter: string): Markup {
  return html`<g transform="translate(${frame.width - 60} 40)"><rect x="-34" y="-28" width="68" height="124" fill="#fff" fill-opacity="0.85" /><text y="8" font-size="36" font-weight="bold" font-family="sans-serif" text-anchor="middle">${letter}</text><path d="M0 18L20 84L0 68L-20 84Z" fill="#000" /></g>`;
}

/** Only of what is shown. */
function legend({ commune, gap, unknown, hamlets, largestGaps }: CommuneReport, { text, words, modelled, data }: Paper, shown: { neighbours: boolean; fibre: boolean; technologies: readonly Technology[] }): Markup {
  const { map } = text;
  const says = (label: string, isModelled: boolean): Part => (isModelled ? `${label} (${text.modelled})` : label);
  const swatch = (inside: Part) => html`<svg viewBox="-27 -22 54 44" aria-hidden="true" xmlns="http://www.w3.org/2000/svg">${inside}</svg>`;
  const field = (fill: string) => html`<rect x="-25" y="-16" width="50" height="32" fill="${fill}" stroke="#000" stroke-width="2" />`;
  const derived = data.used.some(({ kind, provenance }) => kind === 'fibre' && provenance.nature === 'derived');
  const has = (state: 'covered' | 'lom' | 'trang') => hamlets.some((h) => h.state === state);
  const items: (readonly [boolean, Markup, Part])[] = [
    [gap.length > 0, swatch(html`${field(palette.gapFill)}<rect x="-25" y="-16" width="50" height="32" fill="url(#hatch-${commune.code})" stroke="${palette.gap}" stroke-width="2" />`), says(map.gap, modelled.land)],
    [true, swatch(field(palette.covered)), says(map.covered, modelled.land)],
    [unknown.length > 0, swatch(html`${field(palette.noData)}<rect x="-25" y="-16" width="50" height="32" fill="url(#dots-${commune.code})" />`), map.unknown],
    [true, swatch(html`<path d="M-25 0H25" stroke="#000" stroke-width="6" />`), map.border],
    [shown.neighbours, swatch(html`<path d="M-25 0H25" stroke="${palette.border}" stroke-width="4" stroke-dasharray="14 8" />`), map.neighbours],
    ...shown.technologies.map((technology) => [
      true, html`<svg viewBox="${SHAPE_VIEW_BOX}" aria-hidden="true" xmlns="http://www.w3.org/2000/svg"><path d="${technologyPath(technology)}" fill="${palette.technology[technology]}" stroke="#000" stroke-width="1.1" /></svg>`, says(map.mast(technology), modelled.stations),
    ] as const),
    [shown.fibre, swatch(fibreSquare(26)), derived ? `${map.fibre} (${words.nature.derived})` : map.fibre],
    ...(['covered', 'lom', 'trang'] as const).map((state) => [has(state), swatch(hamletSymbol(state)), says({ covered: map.hamletCovered, lom: map.hamletLom, trang: map.hamletTrang }[state], modelled.hamlets)] as const),
    [hamlets.some((h) => h.state === null), swatch(hamletSymbol(null)), map.hamletUnknown],
    [largestGaps.length > 0, swatch(html`<path d="M-16 0H16M0 -16V16" stroke="${palette.gap}" stroke-width="6" />`), map.deepest],
  ];
  return html`<ul class="legend">${items.filter(([isShown]) => isShown).map(([, symbol, label]) => html`<li>${symbol}<span>${label}</span></li>
`)}</ul>
<p class="note">${(has('trang') || has('lom')) && `${map.numbers} `}${map.projection}</p>
`;
}
