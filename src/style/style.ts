/**
 * The map's look as a MapLibre style: a pure function of theme, language, visible layers and text size. Sources are
 * empty (the map fills them), nothing in it points outside, and the same layers exist in every variant, so that one
 * variant turns into another by single properties.
 *
 * Fonts: without `glyphs`, MapLibre draws each character on a canvas with the `text-font` stack as a CSS font family
 * and takes the weight from the words in the first name. A first name that no one has ("… Semibold") therefore only
 * chooses the weight of the next. What the page has not loaded by then is drawn, and kept, in the next font: the map
 * waits for the fonts before it begins.
 */
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import { TECHNOLOGIES } from '../core/model';
import { type SourceName, SOURCES } from './features';
import { ICONS, technologyIcon } from './icons';
import type { Layer } from './layers';
import { MAST_SLOTS } from './mast-slots';
import { type Palette, PALETTES, type ThemeName } from './palette';

export const LABEL_FONT = 'Be Vietnam Pro';
const FONT_REGULAR = [LABEL_FONT, 'Noto Sans', 'Segoe UI'];
const FONT_SEMIBOLD = [`${LABEL_FONT} Semibold`, LABEL_FONT, 'Noto Sans', 'Segoe UI'];

/** From this zoom on every mast is seen by itself. */
const MAST_ZOOM = 9;
const CLUSTER_RADIUS = 44;
/** From this zoom on names of communes have their *Xã* before them. */
const WHOLE_NAME_ZOOM = 10;
const HAMLET_NAME_ZOOM = 12.5;
/** Symbols make names keep clear of them from here on. */
const OLD_CENTRE_NAME_ZOOM = 12;
/** From this zoom on a district is wider than the map: its name has done its work. */
const DISTRICT_NAME_END_ZOOM = 10.5;

/** Layers of the style that each switch of the reader turns on and off; a layer in none of them is always seen. */
export const LAYERS_OF_SWITCH: Readonly<Record<Layer, readonly string[]>> = {
  bts: ['bts-cluster', 'bts-cluster-count', 'bts-mast', 'bts'],
  fibre: ['fibre'],
  routes: ['routes-casing', 'routes'],
  coverage: ['coverage-fill', 'coverage-line'],
  gaps: ['gaps-fill', 'gaps-hatch', 'gaps-line'],
  'no-data': ['no-data-dots'],
  measurements: ['measurements'],
  conflicts: ['conflicts'],
  changes: ['changes-fill', 'changes-line', 'changes'],
  'old-centres': ['old-centre-names', 'old-centres'],
  hamlets: ['hamlets', 'hamlet-names'],
  communes: ['commune-borders'],
  names: ['commune-names'],
};

/**
 * The style of a theme. `textScale` follows the reader's text size.
 * `layers` not listed are there but not visible.
 */
export function buildStyle(theme: ThemeName, language: string, layers: readonly Layer[], textScale = 1): StyleSpecification {
  const palette = PALETTES[theme];
  const contrast = theme.endsWith('contrast');
  const hidden = new Set(Object.entries(LAYERS_OF_SWITCH).flatMap(([layer, ids]) => (layers.includes(layer as Layer) ? [] : ids)));
  const all = [
    ...landLayers(palette, contrast, layers.includes('gaps')),
    ...lineLayers(palette, contrast),
    ...pointLayers(palette, contrast, textScale),
    communeNames(palette, contrast, textScale),
    districtNames(palette, contrast, textScale),
    clusterCounts(palette, language, textScale),
    proposedMasts(palette),
  ];
  return {
    version: 8,
    name: 'Lõm Sóng',
    sources: Object.fromEntries(SOURCES.map((name) => [name, source(name)])),
    layers: all.map((layer): LayerSpecification =>
      layer.type === 'background'
        ? layer
        : ({ ...layer, layout: { ...layer.layout, visibility: hidden.has(layer.id) ? 'none' : 'visible' } } as LayerSpecification),
    ),
    transition: { duration: 150, delay: 0 },
  };
}

function source(name: SourceName): StyleSpecification['sources'][string] {
  const data = { type: 'FeatureCollection' as const, features: [] };
  if (name === 'bts') {
    return {
      type: 'geojson', data, maxzoom: 14, cluster: true, clusterMaxZoom: MAST_ZOOM - 1, clusterRadius: CLUSTER_RADIUS,
      clusterProperties: { bts: ['+', ['get', 'count']] },
    };
  }
  return name === 'communes' ? { type: 'geojson', data, maxzoom: 14, promoteId: 'code' } : { type: 'geojson', data, maxzoom: 14 };
}

const byZoom = (...stops: number[]): ExpressionSpecification => ['interpolate', ['linear'], ['zoom'], ...stops] as unknown as ExpressionSpecification;
/** Sizes by zoom for hamlets without signal; those with it are smaller, so that the eye finds what is missing. */
const hamletSize = (...stops: number[]): ExpressionSpecification =>
  ['interpolate', ['linear'], ['zoom'], ...stops.map((stop, i) => (i % 2 === 0 ? stop : ['match', ['get', 'state'], 'trang', stop, 'lom', stop * 0.9, stop * 0.6]))] as unknown as ExpressionSpecification;
const CLUSTERED: ExpressionSpecification = ['has', 'point_count'];
const stateIs = (state: string): ExpressionSpecification => ['boolean', ['feature-state', state], false];

function landLayers(palette: Palette, contrast: boolean, gapsShown: boolean): LayerSpecification[] {
  // Without the gaps on top, pale green would call everything covered.
  const covered = gapsShown ? palette.covered : palette.noData;
  return [
    { id: 'outside', type: 'background', paint: { 'background-color': palette.outside } },
    {
      id: 'communes', type: 'fill', source: 'communes',
      paint: {
        'fill-antialias': false,
        'fill-color': ['match', ['coalesce', ['feature-state', 'state'], ''], ['covered', 'partial'], covered, palette.noData],
      },
    },
    // Parts of a commune that nothing speaks of must not show through as covered.
    { id: 'no-data-land', type: 'fill', source: 'no-data', paint: { 'fill-color': palette.noData, 'fill-antialias': false } },
    { id: 'no-data-dots', type: 'fill', source: 'no-data', paint: { 'fill-pattern': ICONS.dots, 'fill-antialias': false } },
    { id: 'coverage-fill', type: 'fill', source: 'coverage', paint: { 'fill-color': palette.claimed, 'fill-opacity': contrast ? 0.1 : 0.08 } },
    {
      id: 'coverage-line', type: 'line', source: 'coverage',
      paint: { 'line-color': palette.claimed, 'line-width': byZoom(8, 0.7, 12, 1.4), 'line-dasharray': [3, 2], 'line-opacity': 0.9 },
    },
    { id: 'gaps-fill', type: 'fill', source: 'gaps', paint: { 'fill-color': palette.gapFill, 'fill-antialias': false, 'fill-opacity': 0.85 } },
    { id: 'gaps-hatch', type: 'fill', source: 'gaps', paint: { 'fill-pattern': ICONS.hatch, 'fill-antialias': false } },
    { id: 'changes-fill', type: 'fill', source: 'changes', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': ['match', ['get', 'kind'], 'gained', palette.accent, palette.ink], 'fill-opacity': 0.25 } },
    {
      id: 'gaps-line', type: 'line', source: 'gaps', layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.gap, 'line-width': byZoom(7, 0.5, 9, 0.9, 13, 1.6) },
    },
  ];
}

function lineLayers(palette: Palette, contrast: boolean): LayerSpecification[] {
  const strength = contrast ? 1.4 : 1;
  return [
    {
      id: 'commune-borders', type: 'line', source: 'communes', layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.border, 'line-width': byZoom(7, 0.4 * strength, 9, 0.8 * strength, 13, 1.5 * strength) },
    },
    {
      id: 'province-border', type: 'line', source: 'border', layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': palette.provinceBorder, 'line-width': byZoom(7, 1 * strength, 9, 1.6 * strength, 13, 2.6 * strength) },
    },
    { id: 'districts-casing', type: 'line', source: 'districts', filter: ['!=', ['geometry-type'], 'Point'], layout: { 'line-join': 'round' }, paint: { 'line-color': palette.halo, 'line-width': byZoom(7, 3.4, 9, 5.5, 13, 8) } },
    {
      id: 'districts', type: 'line', source: 'districts', filter: ['!=', ['geometry-type'], 'Point'], layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.ink, 'line-width': byZoom(7, 1.6 * strength, 9, 2.6 * strength, 13, 4 * strength) },
    },
    { id: 'routes-casing', type: 'line', source: 'routes', layout: { 'line-join': 'round' }, paint: { 'line-color': palette.halo, 'line-width': byZoom(7, 2.4, 12, 5) } },
    // Long dashes are cables planned or off; an unbroken line is one in use.
    {
      id: 'routes', type: 'line', source: 'routes', layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.fibre, 'line-width': byZoom(7, 1.2, 12, 2.6), 'line-dasharray': ['match', ['get', 'status'], 'active', ['literal', [1, 0]], ['literal', [3, 2]]] },
    },
    // Gained ground and new ways have an unbroken edge, lost ones a broken one.
    {
      id: 'changes-line', type: 'line', source: 'changes', filter: ['!=', ['geometry-type'], 'Point'], layout: { 'line-join': 'round' },
      paint: {
        'line-color': ['match', ['get', 'kind'], ['gained', 'added'], palette.accent, palette.ink], 'line-width': 2,
        'line-dasharray': ['match', ['get', 'kind'], ['lost', 'removed'], ['literal', [2, 2]], ['literal', [1, 0]]],
      },
    },
    {
      id: 'commune-hover', type: 'line', source: 'communes', layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.ink, 'line-width': 2, 'line-opacity': ['case', stateIs('hover'), 1, 0] },
    },
    {
      id: 'commune-selected-halo', type: 'line', source: 'communes', layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.halo, 'line-width': 8, 'line-opacity': ['case', stateIs('selected'), 1, 0] },
    },
    // Two lines: told from a border and from the hover without colour.
    {
      id: 'commune-selected', type: 'line', source: 'communes', layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.accent, 'line-width': 2, 'line-gap-width': 2.2, 'line-opacity': ['case', stateIs('selected'), 1, 0] },
    },
  ];
}

function pointLayers(palette: Palette, contrast: boolean, textScale: number): LayerSpecification[] {
  const single: ExpressionSpecification = ['!', ['has', 'point_count']];
  const offsets = MAST_SLOTS.flatMap(({ slot, offset }) => [slot, ['literal', offset]]);
  // All are drawn; names make way for them only where hamlets have names.
  const everySymbol = { 'icon-allow-overlap': true, 'icon-ignore-placement': ['step', ['zoom'], true, Math.floor(HAMLET_NAME_ZOOM), false] as ExpressionSpecification, 'icon-padding': 0 } as const;
  return [
    {
      id: 'old-centre-names', type: 'symbol', source: 'old-centres', minzoom: OLD_CENTRE_NAME_ZOOM,
      layout: {
        'text-field': ['get', 'name'], 'text-font': FONT_REGULAR, 'text-size': scaledByZoom(textScale, 10, 11, 14, 14), 'text-max-width': 8, 'text-padding': 3,
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'], 'text-radial-offset': 0.9, 'text-justify': 'auto',
      },
      paint: nameInk(palette, contrast),
    },
    // Under the symbols and placed after them, so that names keep clear of what they name.
    {
      id: 'hamlet-names', type: 'symbol', source: 'hamlets', minzoom: HAMLET_NAME_ZOOM,
      layout: {
        'text-field': ['get', 'name'], 'text-font': FONT_REGULAR, 'text-size': scaledByZoom(textScale, 12, 11, 16, 14), 'text-max-width': 9, 'text-padding': 4,
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'], 'text-radial-offset': 0.7, 'text-justify': 'auto',
        'symbol-sort-key': ['-', 0, ['coalesce', ['get', 'population'], 0]],
      },
      paint: nameInk(palette, contrast),
    },
    {
      id: 'hamlets', type: 'symbol', source: 'hamlets',
      layout: {
        ...everySymbol,
        'icon-image': [
          'match', ['get', 'state'], 'trang', ICONS.hamletTrang, 'lom', ICONS.hamletLom, 'covered', ICONS.hamletCovered, ICONS.hamletUnknown,
        ],
        'icon-size': hamletSize(7, 0.4, 9, 0.6, 12, 1.05, 15, 1.4),
        // Those without signal lie on top.
        'symbol-sort-key': ['match', ['get', 'state'], 'trang', 3, 'lom', 2, 'covered', 1, 0],
      },
    },
    {
      // Told apart without colour: usable is filled, weak is filled with a ring, poor is hollow.
      id: 'measurements', type: 'circle', source: 'measurements',
      paint: {
        'circle-color': ['match', ['get', 'level'], 'usable', palette.technology['4G'], 'weak', palette.technology['5G'], palette.surface],
        'circle-stroke-color': ['match', ['get', 'level'], 'usable', palette.technology['4G'], 'weak', palette.ink, palette.gap],
        'circle-stroke-width': ['match', ['get', 'level'], 'usable', 0, 'weak', 1, 2],
        'circle-radius': byZoom(8, 1.5, 11, 3, 14, 5),
      },
    },
    {
      id: 'conflicts', type: 'symbol', source: 'conflicts',
      layout: {
        'text-field': ['match', ['get', 'kind'], 'claimed-but-poor', '\u00d7', '+'], 'text-font': FONT_SEMIBOLD, 'text-size': byZoom(8, 12, 13, 22),
        'text-allow-overlap': true, 'text-ignore-placement': true,
      },
      paint: { 'text-color': ['match', ['get', 'kind'], 'claimed-but-poor', palette.gap, palette.ink], 'text-halo-color': palette.halo, 'text-halo-width': 1.5 },
    },
    {
      id: 'changes', type: 'symbol', source: 'changes', filter: ['==', ['geometry-type'], 'Point'],
      layout: {
        'text-field': ['match', ['get', 'kind'], 'added', '+', 'removed', '\u2212', 'moved', '\u2192', '~'], 'text-font': FONT_SEMIBOLD, 'text-size': byZoom(8, 16, 13, 26),
        'text-allow-overlap': true, 'text-ignore-placement': true,
      },
      paint: { 'text-color': ['match', ['get', 'kind'], 'added', palette.accent, palette.ink], 'text-halo-color': palette.halo, 'text-halo-width': 2 },
    },
    {
      id: 'fibre', type: 'symbol', source: 'fibre',
      layout: { ...everySymbol, 'icon-image': ICONS.fibre, 'icon-size': byZoom(7, 0.24, 8.5, 0.36, 10, 0.62, 12, 0.95, 15, 1.2) },
    },
    {
      id: 'bts-cluster', type: 'circle', source: 'bts', filter: CLUSTERED,
      paint: {
        'circle-color': palette.surface, 'circle-stroke-color': palette.ink, 'circle-stroke-width': 1, 'circle-opacity': 0.92,
        'circle-radius': ['interpolate', ['linear'], ['sqrt', ['get', 'bts']], 1, 5.5, 6, 9, 16, 13],
      },
    },
    {
      id: 'bts-mast', type: 'circle', source: 'bts', minzoom: MAST_ZOOM + 1,
      filter: ['all', single, ['>', ['get', 'technologiesAtMast'], 1]],
      paint: { 'circle-color': palette.ink, 'circle-radius': byZoom(10, 1, 14, 2.2) },
    },
    {
      id: 'bts', type: 'symbol', source: 'bts', filter: single,
      layout: {
        ...everySymbol,
        'icon-image': ['match', ['get', 'technology'], ...TECHNOLOGIES.slice(0, -1).flatMap((t) => [t, technologyIcon(t)]), technologyIcon('5G')] as unknown as ExpressionSpecification,
        'icon-size': byZoom(7, 0.5, 9, 0.66, 11, 0.88, 13, 1.1, 16, 1.4),
        'icon-offset': ['match', ['get', 'slot'], ...offsets, ['literal', [0, 0]]] as unknown as ExpressionSpecification,
      },
    },
    {
      // Larger than the fibre endpoint that was derived from it, and above it.
      id: 'old-centres', type: 'symbol', source: 'old-centres',
      layout: {
        ...everySymbol,
        'icon-image': ['match', ['get', 'signal'], 'reached', ICONS.centreReached, 'not', ICONS.centreNot, ICONS.centreUnknown],
        'icon-size': byZoom(7, 0.34, 9, 0.7, 10, 0.95, 12, 1.25, 15, 1.5),
        // Those without signal lie on top.
        'symbol-sort-key': ['match', ['get', 'signal'], 'not', 2, 'reached', 1, 0],
      },
    },
    { id: 'largest-gap', type: 'symbol', source: 'marks', layout: { ...everySymbol, 'icon-image': ICONS.largestGap, 'icon-size': 1 } },
  ];
}

const nameInk = (palette: Palette, contrast: boolean) =>
  ({ 'text-color': palette.ink, 'text-halo-color': palette.halo, 'text-halo-width': contrast ? 2 : 1.5 }) as const;
const scaledByZoom = (textScale: number, ...stops: number[]) => byZoom(...stops.map((value, i) => (i % 2 === 1 ? value * textScale : value)));

function communeNames(palette: Palette, contrast: boolean, textScale: number): LayerSpecification {
  return {
    id: 'commune-names', type: 'symbol', source: 'names',
    layout: {
      'text-field': ['step', ['zoom'], ['get', 'shortName'], WHOLE_NAME_ZOOM, ['get', 'name']],
      'text-font': FONT_SEMIBOLD, 'text-size': scaledByZoom(textScale, 7, 10.5, 9, 12, 12, 16), 'text-max-width': 7, 'text-line-height': 1.1, 'text-padding': 2,
      // Sideways a name would soon stand on the neighbour.
      'text-variable-anchor': ['center', 'bottom', 'top'], 'text-radial-offset': 0.6,
      'symbol-sort-key': ['-', 0, ['get', 'areaKm2']],
    },
    paint: nameInk(palette, contrast),
  };
}

/** Before the names of communes, which make way for them. */
function districtNames(palette: Palette, contrast: boolean, textScale: number): LayerSpecification {
  return {
    id: 'district-names', type: 'symbol', source: 'districts', filter: ['==', ['geometry-type'], 'Point'], maxzoom: DISTRICT_NAME_END_ZOOM,
    layout: {
      'text-field': ['get', 'name'], 'text-font': FONT_SEMIBOLD, 'text-size': scaledByZoom(textScale, 7, 11, 10, 18),
      'text-max-width': 20, 'text-padding': 0,
      // Counts of stations lie all over a district: the name finds a place between them.
      'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right', 'top-left', 'top-right', 'bottom-left', 'bottom-right'], 'text-radial-offset': 1.2,
    },
    paint: { ...nameInk(palette, contrast), 'text-halo-width': 2 },
  };
}

/** On top, so that they are placed first and the names keep clear of them. */
function clusterCounts(palette: Palette, language: string, textScale: number): LayerSpecification {
  return {
    id: 'bts-cluster-count', type: 'symbol', source: 'bts', filter: CLUSTERED,
    layout: {
      'text-field': ['number-format', ['get', 'bts'], { locale: language }],
      'text-font': FONT_SEMIBOLD, 'text-size': 10 * Math.min(textScale, 1.25), 'text-allow-overlap': true, 'text-padding': 4,
    },
    paint: { 'text-color': palette.ink },
  };
}

/** Filled: stands at the step shown; hollow: yet to come. On top, so that no name covers a number; the first number lies over the others. */
function proposedMasts(palette: Palette): LayerSpecification {
  return {
    id: 'proposed', type: 'symbol', source: 'proposed',
    layout: {
      'icon-image': ['match', ['get', 'stands'], 1, ICONS.proposedStands, ICONS.proposedToCome], 'icon-size': ['match', ['get', 'picked'], 1, 1.35, 1],
      'icon-allow-overlap': true, 'icon-padding': 0,
      'text-field': ['to-string', ['get', 'order']], 'text-font': FONT_SEMIBOLD, 'text-size': ['match', ['get', 'picked'], 1, 14, 11], 'text-allow-overlap': true, 'text-padding': 0,
      'symbol-sort-key': ['-', ['*', 1000, ['get', 'picked']], ['get', 'order']],
    },
    paint: { 'text-color': ['match', ['get', 'stands'], 1, palette.accentInk, palette.ink] },
  };
}
