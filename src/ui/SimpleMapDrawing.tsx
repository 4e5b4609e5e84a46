/** What the simple map draws: the map's own features as SVG. Nothing here asks what the reader does. */
import './simple-map.css';
import type { Feature, FeatureCollection, Geometry, Point } from 'geojson';
import type { ComponentChildren } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { boxOfGeometry } from '../core/box';
import type { LngLat, Technology } from '../core/model';
import type { MapInfo } from '../map';
import { placeOfName, RECIPES, type SourceName } from '../style/features';
import { gathered } from '../style/gather';
import type { Layer } from '../style/layers';
import { MAST_SLOTS } from '../style/mast-slots';
import { type Extent, type Sheet, unitsPerPixel, type Viewpoint } from '../style/mercator';
import { fittingNames, type Obstacle } from '../style/name-fit';
import type { Scene } from '../style/scene';
import { HATCH_SPACING, SHARE_CLASSES, shareClass } from '../style/share-class';
import { CENTRE_SHAPE, shapePath, technologyPath } from '../style/technology-shape';

/** Of vertices, in units of the sheet: half a metre. */
export const FINE_GRAIN = 0.1;
/** From this zoom on every mast is seen by itself. */
const MAST_ZOOM = 9;
const CLUSTER_SIDE_PX = 44;
const WHOLE_NAME_ZOOM = 10;
const HAMLET_NAME_ZOOM = 12.5;
const OLD_CENTRE_NAME_ZOOM = 12;
const DISTRICT_NAME_END_ZOOM = 10.5;
/** Names go around counts of stations by so many times their size. */
const NAME_SLACK = 1.3;
/** Symbols are drawn beyond the edges by this share of the map, so that a little moving needs no new ones. */
const BEYOND = 0.5;

export interface DrawnMap {
  scene: Scene;
  layers: readonly Layer[];
  sheet: Sheet;
  /** Where symbols and names are placed for. */
  camera: Viewpoint;
  extent: Extent;
  textScale: number;
  /** Units of the sheet; larger is coarser. */
  grain: number;
  /** Tells the patterns of several maps of a page apart. */
  id: string;
  format: (value: number) => string;
}

/** What the pointer is told of a symbol, as text in its `data-info`. */
export type SymbolInfo = MapInfo extends infer Info ? (Info extends MapInfo ? Omit<Info, 'lngLat' | 'point' | 'communeCode'> : never) : never;
const told = (info: SymbolInfo): { 'data-info': string } => ({ 'data-info': JSON.stringify(info) });

/** Features of a source; the same ones until what they are made of changes. */
function useFeatures(scene: Scene, name: SourceName): FeatureCollection {
  const kept = useRef<{ parts: readonly unknown[]; features: FeatureCollection } | null>(null);
  const parts = RECIPES[name].parts(scene);
  const before = kept.current;
  if (!before || before.parts.length !== parts.length || parts.some((part, i) => part !== before.parts[i])) kept.current = { parts, features: RECIPES[name].features(scene) };
  return kept.current!.features;
}

function pathOf(geometry: Geometry, sheet: Sheet, grain: number): string {
  switch (geometry.type) {
    case 'MultiPolygon': return sheet.pathOfRings(geometry.coordinates as LngLat[][][], grain);
    case 'Polygon': return sheet.pathOfRings([geometry.coordinates as LngLat[][]], grain);
    case 'MultiLineString': return sheet.pathOfLines(geometry.coordinates as LngLat[][], grain);
    case 'LineString': return sheet.pathOfLines([geometry.coordinates as LngLat[]], grain);
    default: return '';
  }
}

/** One path of all that a source has, or of the features that `of` picks. */
function usePath({ scene, sheet, grain }: DrawnMap, name: SourceName, of?: (feature: Feature) => boolean, which = ''): string {
  const features = useFeatures(scene, name);
  return useMemo(() => features.features.filter((f) => of?.(f) ?? true).map((f) => pathOf(f.geometry, sheet, grain)).join(''), [features, sheet, grain, which]);
}

/** The land of each commune, for drawing and for the outlines of what is chosen. */
export function useLand({ scene, sheet, grain }: Pick<DrawnMap, 'scene' | 'sheet' | 'grain'>): ReadonlyMap<string, string> {
  const geometries = scene.communes.map((c) => c.commune);
  const kept = useRef<{ key: readonly unknown[]; land: ReadonlyMap<string, string> } | null>(null);
  const key = [sheet, grain, ...geometries];
  if (!kept.current || kept.current.key.length !== key.length || key.some((part, i) => part !== kept.current!.key[i])) {
    kept.current = { key, land: new Map(geometries.map((c) => [c.code, sheet.pathOfRings(c.geometry, grain)])) };
  }
  return kept.current.land;
}

/** Patterns that stay as large as they are while the map is zoomed. */
export function Patterns({ id, camera }: DrawnMap) {
  const scale = `scale(${unitsPerPixel(camera.zoom)})`;
  const lines = (name: string, side: number, width: number) => (
    <pattern id={`${id}-${name}`} width={side} height={side} patternUnits="userSpaceOnUse" patternTransform={`${scale} rotate(45)`}>
      <path class="simple-hatch" d={`M${side / 2} 0V${side}`} stroke-width={width} />
    </pattern>
  );
  return (
    <defs>
      {lines('hatch', 4.2, 1.1)}
      {SHARE_CLASSES.map((step) => <g key={step}>{lines(`share-${step}`, HATCH_SPACING[step], 1.4)}</g>)}
      <pattern id={`${id}-dots`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform={scale}>
        <circle class="simple-dot" cx="1.5" cy="1.5" r="0.8" /><circle class="simple-dot" cx="4.5" cy="4.5" r="0.8" />
      </pattern>
    </defs>
  );
}

/** Above the communes' land: what has no signal, what nothing is known of, borders, routes, changes. */
export function Ground(drawn: DrawnMap & { land: ReadonlyMap<string, string> }) {
  const { scene, layers, id, land } = drawn;
  const has = (layer: Layer) => layers.includes(layer);
  const url = (name: string) => `url(#${id}-${name})`;
  const gaps = usePath(drawn, 'gaps');
  const unknown = usePath(drawn, 'no-data');
  const border = usePath(drawn, 'border');
  const coverage = usePath(drawn, 'coverage');
  const districts = usePath(drawn, 'districts');
  const active = usePath(drawn, 'routes', (f) => f.properties!['status'] === 'active', 'active');
  const planned = usePath(drawn, 'routes', (f) => f.properties!['status'] !== 'active', 'planned');
  const routes = useFeatures(scene, 'routes').features;
  const ground = (kind: string, polygon: boolean) => (f: Feature) => f.properties!['kind'] === kind && f.geometry.type.endsWith('Polygon') === polygon;
  const gained = usePath(drawn, 'changes', ground('gained', true), 'gained');
  const lost = usePath(drawn, 'changes', ground('lost', true), 'lost');
  const added = usePath(drawn, 'changes', ground('added', false), 'added');
  const moved = usePath(drawn, 'changes', (f) => f.geometry.type.endsWith('String') && f.properties!['kind'] !== 'added', 'moved');
  const withoutPolygons = scene.communes.filter((c) => c.gap.length === 0 && c.state !== 'no-data');
  return (
    <g class="simple-ground">
      <path class="simple-no-data" d={unknown} />
      {has('no-data') && <path d={unknown} fill={url('dots')} fill-rule="evenodd" />}
      {has('coverage') && <path class="simple-coverage" d={coverage} />}
      {has('gaps') && withoutPolygons.map(({ commune, gapShare }) => {
        const step = shareClass(gapShare);
        return step && <g key={commune.code} class={`simple-share simple-share-${step}`}><path class="simple-share-fill" d={land.get(commune.code)} /><path d={land.get(commune.code)} fill={url(`share-${step}`)} fill-rule="evenodd" /></g>;
      })}
      {has('gaps') && <><path class="simple-gap" d={gaps} /><path class="simple-gap-line" d={gaps} fill={url('hatch')} fill-rule="evenodd" /></>}
      {has('changes') && <><path class="simple-change simple-change-gained" d={gained} /><path class="simple-change simple-change-lost" d={lost} /></>}
      {has('communes') && <path class="simple-commune-border" d={[...land.values()].join('')} />}
      <path class="simple-province-border" d={border} />
      {districts && <><path class="simple-district-casing" d={districts} /><path class="simple-district" d={districts} /></>}
      {has('routes') && routes.length > 0 && (
        <>
          <path class="simple-route-casing" d={active + planned} />
          <path class="simple-route" d={active} /><path class="simple-route simple-route-planned" d={planned} />
        </>
      )}
      {has('changes') && <><path class="simple-way" d={added} /><path class="simple-way simple-way-moved" d={moved} /></>}
    </g>
  );
}

/** Whether a commune's land is drawn as covered, with gaps on top. */
export const drawnAsCovered = (state: Scene['communes'][number]['state'], layers: readonly Layer[]): boolean => (state === 'covered' || state === 'partial') && layers.includes('gaps');

/** Everything at once, for a picture. */
export function SimplePicture(drawn: DrawnMap) {
  const { scene, sheet, camera, extent, layers } = drawn;
  const land = useLand(drawn);
  const chosen = scene.selected === null ? undefined : land.get(scene.selected);
  return (
    <svg xmlns="http://www.w3.org/2000/svg" class="simple-map-drawing" viewBox={sheet.viewBox(camera, extent).join(' ')}>
      <Patterns {...drawn} />
      <g>{scene.communes.map(({ commune, state }) => <path key={commune.code} class={drawnAsCovered(state, layers) ? 'simple-commune simple-commune-covered' : 'simple-commune'} d={land.get(commune.code)} />)}</g>
      <Ground {...drawn} land={land} />
      <Chosen d={chosen} />
      <Symbols {...drawn} />
      <Names {...drawn} />
    </svg>
  );
}

/** Two lines: told from a border without colour. */
export function Chosen({ d }: { d: string | undefined }) {
  if (!d) return null;
  return <>{['simple-selected-halo', 'simple-selected', 'simple-selected-middle'].map((name) => <path key={name} class={`simple-outline ${name}`} d={d} />)}</>;
}

const tenths = (value: number): number => Math.round(value * 10) / 10;
const placed = (x: number, y: number, size: number): string => `translate(${tenths(x)} ${tenths(y)}) scale(${Math.round(size * 1e4) / 1e4})`;

/** A value between stops of `zoom, value, zoom, value …`. */
function byZoom(zoom: number, ...stops: number[]): number {
  if (zoom <= stops[0]!) return stops[1]!;
  for (let i = 2; i < stops.length; i += 2) {
    const [from, low, to, high] = stops.slice(i - 2, i + 2) as [number, number, number, number];
    if (zoom <= to) return low + ((high - low) * (zoom - from)) / (to - from);
  }
  return stops.at(-1)!;
}

const CHANGE_SIGNS: Record<string, string> = { added: '+', removed: '\u2212', moved: '\u2192', changed: '~' };
const OFFSETS = new Map(MAST_SLOTS.map(({ slot, offset }) => [slot, offset]));
const STATE_ORDER = ['unknown', 'covered', 'lom', 'trang'];

interface MastSymbol {
  x: number;
  y: number;
  p: Record<string, string>;
}

/** Stations on the sheet, those too near each other together. */
function useMasts({ scene, sheet, camera: { zoom } }: DrawnMap) {
  const { features } = useFeatures(scene, 'bts');
  const step = zoom < MAST_ZOOM ? Math.floor(zoom) : null;
  return useMemo(() => {
    const all = features.map((f): MastSymbol => {
      const [x, y] = sheet.project((f.geometry as Point).coordinates as LngLat);
      return { x, y, p: f.properties as Record<string, string> };
    });
    return step === null ? all.map((one) => ({ members: [one], x: one.x, y: one.y })) : gathered(all, ({ x, y }) => [x, y], CLUSTER_SIDE_PX * unitsPerPixel(step));
  }, [features, sheet, step]);
}

const countOf = (members: readonly MastSymbol[]): number => members.reduce((sum, { p }) => sum + Number(p['count']), 0);
const clusterRadius = (count: number): number => byZoom(Math.sqrt(count), 1, 5.5, 6, 9, 16, 13);

/** Stations, endpoints, hamlets, readings and signs, each as large as it is on the screen at every zoom. */
export function Symbols(drawn: DrawnMap) {
  const { scene, layers, sheet, camera, extent, format } = drawn;
  const { zoom } = camera;
  const units = unitsPerPixel(zoom);
  const [left, top, width, height] = sheet.viewBox(camera, extent);
  const has = (layer: Layer) => layers.includes(layer);
  const features = {
    fibre: useFeatures(scene, 'fibre').features, hamlets: useFeatures(scene, 'hamlets').features,
    measurements: useFeatures(scene, 'measurements').features, conflicts: useFeatures(scene, 'conflicts').features,
    changes: useFeatures(scene, 'changes').features, centres: useFeatures(scene, 'old-centres').features, marks: useFeatures(scene, 'marks').features,
  };
  /** Of what is near the picture, with its place. */
  const seen = ({ x, y }: { x: number; y: number }) => x > left - width * BEYOND && x < left + width * (1 + BEYOND) && y > top - height * BEYOND && y < top + height * (1 + BEYOND);
  const near = (of: readonly Feature[]) => of.flatMap((f) => {
    if (f.geometry.type !== 'Point') return [];
    const [x, y] = sheet.project(f.geometry.coordinates as LngLat);
    return seen({ x, y }) ? [{ x, y, p: f.properties as Record<string, string> }] : [];
  });
  const at = (x: number, y: number, size: number) => placed(x, y, units * size);
  const hamletSize = byZoom(zoom, 7, 0.4, 9, 0.6, 12, 1.05, 15, 1.4);
  const hamlets = has('hamlets') ? near(features.hamlets).sort((a, b) => STATE_ORDER.indexOf(a.p['state']!) - STATE_ORDER.indexOf(b.p['state']!)) : [];
  const centres = has('old-centres') ? near(features.centres) : [];
  const masts = useMasts(drawn);
  const groups = has('bts') ? masts.filter(seen) : [];
  const btsSize = byZoom(zoom, 7, 0.5, 9, 0.66, 11, 0.88, 13, 1.1, 16, 1.4);
  return (
    <g class="simple-symbols">
      {hamlets.map(({ x, y, p }) => {
        const state = p['state']!;
        return (
          <g key={p['localityId']} class={`simple-hamlet simple-hamlet-${state}`} transform={at(x, y, hamletSize * (state === 'trang' ? 1 : state === 'lom' ? 0.9 : 0.6))}
            {...told({ kind: 'hamlet', localityId: p['localityId']!, name: p['name']!, state: state === 'unknown' ? null : (state as 'trang'), population: p['population'] === undefined ? null : Number(p['population']) })}>
            <circle r="4" />
            {state === 'lom' && <path d="M0-3.400A3.400 3.400 0 0 0 0 3.400Z" />}
          </g>
        );
      })}
      {has('measurements') && near(features.measurements).map(({ x, y, p }, i) => <circle key={i} class={`simple-level simple-level-${p['level']}`} transform={at(x, y, byZoom(zoom, 8, 0.3, 11, 0.6, 14, 1))} r="5" />)}
      {has('conflicts') && near(features.conflicts).map(({ x, y, p }, i) => <Sign key={i} kind={p['kind']!} transform={at(x, y, byZoom(zoom, 8, 12, 13, 22))}>{p['kind'] === 'claimed-but-poor' ? '\u00d7' : '+'}</Sign>)}
      {has('changes') && near(features.changes).map(({ x, y, p }, i) => <Sign key={i} kind={p['kind']!} transform={at(x, y, byZoom(zoom, 8, 16, 13, 26))}>{CHANGE_SIGNS[p['kind']!]}</Sign>)}
      {has('fibre') && near(features.fibre).map(({ x, y, p }) => (
        <rect key={p['fibreId']} class="simple-fibre" transform={at(x, y, byZoom(zoom, 7, 0.24, 8.5, 0.36, 10, 0.62, 12, 0.95, 15, 1.2))} x="-5.2" y="-5.2" width="10.4" height="10.4"
          {...told({ kind: 'fibre', fibreId: p['fibreId']!, name: p['name']!, positionNote: p['positionNote'] || null })} />
      ))}
      {groups.map(({ members, x, y }) => {
        const [first] = members;
        if (members.length > 1) {
          const count = countOf(members);
          return (
            <g key={`${x} ${y}`} class="simple-cluster" transform={at(x, y, 1)} {...told({ kind: 'cluster', bts: count })}>
              <circle r={clusterRadius(count)} /><text y="3.5" font-size="10">{format(count)}</text>
            </g>
          );
        }
        const { p } = first!;
        const technology = p['technology'] as Technology;
        const [dx, dy] = zoom < MAST_ZOOM ? [0, 0] : (OFFSETS.get(p['slot']!) ?? [0, 0]);
        return (
          <path key={`${p['siteId']} ${technology}`} class="simple-bts" style={{ fill: `var(--t${technology})` }} transform={`${at(x, y, btsSize)} translate(${dx} ${dy})`} d={technologyPath(technology)}
            {...told({ kind: 'bts', siteId: p['siteId']!, name: p['name']!, technology, operators: p['operators']!.split('|') })} />
        );
      })}
      {centres.map(({ x, y, p }) => (
        <path key={p['code']} class={`simple-centre simple-centre-${p['signal']}`} transform={at(x, y, byZoom(zoom, 7, 0.34, 9, 0.7, 10, 0.95, 12, 1.25, 15, 1.5))} d={shapePath(CENTRE_SHAPE)}
          {...told({ kind: 'old-centre', code: p['code']!, name: p['name']!, signal: p['signal'] as 'reached' })} />
      ))}
      {near(features.marks).map(({ x, y }, i) => <path key={i} class="simple-largest" transform={at(x, y, 1)} d="M-13 0h9.500M3.500 0H13M0-13v9.500M0 3.500V13M7.500 0A7.500 7.500 0 1 1-7.500 0A7.500 7.500 0 1 1 7.500 0" />)}
      {scene.added.map(({ id, name, position }) => {
        const [x, y] = sheet.project(position);
        return <g key={id} class="simple-mast" data-mast={id} transform={at(x, y, 1)}><title>{name}</title><path d="M0 0L-9-16A10.500 10.500 0 1 1 9-16Z" /></g>;
      })}
    </g>
  );
}

function Sign({ kind, transform, children }: { kind: string; transform: string; children: ComponentChildren }) {
  return <text class={`simple-sign simple-sign-${kind}`} transform={transform} font-size="1" y="0.350">{children}</text>;
}

/** Names of communes and districts where they have room, and from near those of hamlets and former centres. */
export function Names(drawn: DrawnMap) {
  const { scene, layers, sheet, camera, extent, textScale } = drawn;
  const { zoom } = camera;
  const units = unitsPerPixel(zoom);
  const [left, top, width, height] = sheet.viewBox(camera, extent);
  const has = (layer: Layer) => layers.includes(layer);
  const districts = useFeatures(scene, 'districts').features;
  const size = byZoom(zoom, 7, 10.5, 9, 12, 12, 16) * textScale;
  const small = byZoom(zoom, 12, 11, 16, 14) * textScale;
  const inView = ({ x, y }: { x: number; y: number }) => x > -width / units && x < (2 * width) / units && y > -height / units && y < (2 * height) / units;
  const pixels = (place: LngLat) => {
    const [x, y] = sheet.project(place);
    return { x: (x - left) / units, y: (y - top) / units };
  };
  const communes = has('names') ? scene.communes.map(({ commune }) => {
    const { position, areaKm2 } = placeOfName(commune.geometry);
    const [west, south, east, north] = boxOfGeometry(commune.geometry);
    const room = pixels([east, south]).x - pixels([west, north]).x;
    return { ...pixels(position), name: zoom < WHOLE_NAME_ZOOM ? commune.name.replace(/^X\u00e3 /, '') : commune.name, room, weight: areaKm2, slack: size * NAME_SLACK };
  }) : [];
  const districtNames = zoom < DISTRICT_NAME_END_ZOOM ? districts.flatMap((f) => (f.geometry.type === 'Point' ? [{ ...pixels(f.geometry.coordinates as LngLat), name: String(f.properties!['name']), room: Infinity, weight: 1e9, slack: size * NAME_SLACK }] : [])) : [];
  const beside = (name: string, place: LngLat, weight: number) => {
    const { x, y } = pixels(place);
    return { x: x + 8 + name.length * small * 0.3, y, name, room: Infinity, weight };
  };
  const points = [
    ...(has('hamlets') && zoom >= HAMLET_NAME_ZOOM ? scene.hamlets.map(({ locality }) => beside(locality.name, locality.position, (locality.population ?? 0) / 1e6)) : []),
    ...(has('old-centres') && zoom >= OLD_CENTRE_NAME_ZOOM ? scene.oldCentres.map(({ name, position }) => beside(name, position, 0.5)) : []),
  ];
  const at = ({ x, y }: { x: number; y: number }) => placed(left + x * units, top + y * units, units);
  const masts = useMasts(drawn);
  const circles = has('bts') ? masts.filter(({ members }) => members.length > 1).map(({ members, x, y }): Obstacle => {
    const r = clusterRadius(countOf(members)) + 1;
    const [cx, cy] = [(x - left) / units, (y - top) / units];
    return { left: cx - r, right: cx + r, top: cy - r, bottom: cy + r };
  }) : [];
  const pins = scene.added.map(({ position }): Obstacle => {
    const { x, y } = pixels(position);
    return { left: x - 11, right: x + 11, top: y - 29, bottom: y };
  });
  const large = fittingNames([...districtNames, ...communes].filter(inView), size, [...circles, ...pins]);
  return (
    <g class="simple-names" aria-hidden="true">
      {large.map((name) => <text key={name.name} class={name.weight === 1e9 ? 'simple-district-name' : undefined} transform={at(name)} font-size={name.weight === 1e9 ? size * 1.15 : size} y={size * 0.35}>{name.name}</text>)}
      {fittingNames(points.filter(inView), small).map((name, i) => <text key={i} class="simple-small-name" transform={at(name)} font-size={small} y={small * 0.35}>{name.name}</text>)}
    </g>
  );
}
