/** What the reader looks at: place, layers, commune, switches, language. It lives in the address's hash, so copying the address shares it. */
import { signal } from '@preact/signals';
import { NEED_MEASURES, type NeedMeasure } from '../core/commune-rank';
import { TECHNOLOGIES, type Technology } from '../core/model';
import { DEFAULT_LOM_RULE, DEFAULT_RADIUS_METERS, type LomRule } from '../core/settings';
import type { Scenario } from '../core/scenario';
import type { CoverageChoice } from '../worker/protocol';
import { scenarioFromText, scenarioToText } from './scenario-text';
import { FIRST_LANGUAGE, LANGUAGE_CODES } from '../strings';
import { type Layer, LAYERS } from '../style/layers';


export const TABS = ['overview', 'communes', 'scenarios', 'data'] as const;
export type Tab = (typeof TABS)[number];

/** By which units the whole application tells: the communes of 2025, the units before, or the districts before as sums of communes. */
export const UNITS = ['new', 'old', 'districts'] as const;
export type Units = (typeof UNITS)[number];

/** `full` needs WebGL; where there is none the simple one stands in. */
export const MAP_KINDS = ['full', 'simple'] as const;
export type MapKind = (typeof MAP_KINDS)[number];

/** Of what a share is: land, people or hamlets. */
export type Basis = 'land' | 'people' | 'hamlets';

export interface Camera {
  lng: number;
  lat: number;
  zoom: number;
}

export interface View {
  /** Code of a language of `strings/`. */
  language: string;
  theme: 'auto' | 'light' | 'dark';
  contrast: boolean;
  /** Steps of text size: −1, 0, 1, 2. */
  textStep: number;
  tab: Tab;
  /** null: the whole province fits. */
  camera: Camera | null;
  layers: readonly Layer[];
  /** Technologies that count together; the gap drawn is where none of them reaches. */
  technologies: readonly Technology[];
  /** Operators that count; null for all. */
  operators: readonly string[] | null;
  basis: Basis;
  coverage: CoverageChoice;
  /** From 16 September 2026: no 2G any more. */
  without2G: boolean;
  /** Code of the commune whose sheet is open, `old:` before that of a former one. */
  commune: string | null;
  units: Units;
  /** The former district whose communes alone are listed; null for all. */
  district: string | null;
  /** When a hamlet with signal at its centre is still lõm. */
  lom: LomRule;
  /** Of the radius model. */
  radiusMeters: Readonly<Record<Technology, number>>;
  /** What if; null: as things are. */
  scenario: Scenario | null;
  /** Measure by which communes are in need. */
  need: NeedMeasure;
  /** `simple`: the map as a drawing, light for old machines. */
  map: MapKind;
  /** Neither map nor web fonts, for slow lines. */
  textOnly: boolean;
}

export const DEFAULT_VIEW: View = {
  language: FIRST_LANGUAGE,
  theme: 'auto',
  contrast: false,
  textStep: 0,
  tab: 'overview',
  camera: null,
  layers: ['bts', 'fibre', 'routes', 'gaps', 'no-data', 'conflicts', 'changes', 'old-centres', 'communes', 'names'],
  technologies: ['4G'],
  operators: null,
  basis: 'land',
  coverage: 'stations',
  without2G: false,
  commune: null,
  units: 'new',
  district: null,
  lom: DEFAULT_LOM_RULE,
  radiusMeters: DEFAULT_RADIUS_METERS,
  scenario: null,
  need: 'people',
  map: 'full',
  textOnly: false,
};

export const view = signal<View>(DEFAULT_VIEW);

/** Changes part of the view; the address follows. */
export function updateView(patch: Partial<View>): void {
  view.value = { ...view.value, ...patch };
}

const inList = <T extends string>(list: readonly T[], value: string | null): T | null => (list.includes(value as T) ? (value as T) : null);

/** The view as the hash of an address, `#` included; what is as by default stays out. */
export function viewToHash(v: View): string {
  const parts = new URLSearchParams();
  const put = (key: string, value: string, standard: string) => {
    if (value !== standard) parts.set(key, value);
  };
  const d = DEFAULT_VIEW;
  if (v.camera) parts.set('at', `${v.camera.lng.toFixed(5)},${v.camera.lat.toFixed(5)},${v.camera.zoom.toFixed(2)}`);
  put('lang', v.language, d.language);
  put('theme', v.theme, d.theme);
  put('contrast', v.contrast ? '1' : '0', '0');
  put('text', String(v.textStep), '0');
  put('tab', v.tab, d.tab);
  put('layers', v.layers.join(','), d.layers.join(','));
  put('tech', v.technologies.join(','), d.technologies.join(','));
  if (v.operators) parts.set('op', v.operators.join('|'));
  put('of', v.basis, d.basis);
  put('cov', v.coverage, d.coverage);
  put('no2g', v.without2G ? '1' : '0', '0');
  if (v.commune) parts.set('x', v.commune);
  put('units', v.units, d.units);
  if (v.district) parts.set('dist', v.district);
  put('lom', lomToText(v.lom), lomToText(d.lom));
  put('r', radiiToText(v.radiusMeters), radiiToText(d.radiusMeters));
  if (v.scenario) parts.set('sc', scenarioToText(v.scenario));
  put('need', v.need, d.need);
  put('map', v.map, d.map);
  put('chu', v.textOnly ? '1' : '0', '0');
  const text = parts.toString().replaceAll('%2C', ',').replaceAll('%7C', '|').replaceAll('%3A', ':');
  return text === '' ? '#' : `#${text}`;
}

/** The view of a hash; whatever in it is not understood falls back to the default. */
export function hashToView(hash: string): View {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  const d = DEFAULT_VIEW;
  const list = <T extends string>(key: string, of: readonly T[], standard: readonly T[]): readonly T[] => {
    const text = parts.get(key);
    return text === null ? standard : of.filter((item) => text.split(',').includes(item));
  };
  const at = (parts.get('at') ?? '').split(',').map(Number);
  const camera =
    at.length === 3 && at.every(Number.isFinite) && Math.abs(at[0]!) <= 180 && Math.abs(at[1]!) <= 85 && at[2]! >= 0 && at[2]! <= 22
      ? { lng: at[0]!, lat: at[1]!, zoom: at[2]! }
      : null;
  const technologies = list('tech', TECHNOLOGIES, d.technologies);
  const textStep = Number(parts.get('text') ?? 0);
  return {
    language: inList(LANGUAGE_CODES, parts.get('lang')) ?? d.language,
    theme: inList(['auto', 'light', 'dark'], parts.get('theme')) ?? d.theme,
    contrast: parts.get('contrast') === '1',
    textStep: [-1, 0, 1, 2].includes(textStep) ? textStep : 0,
    tab: inList(TABS, parts.get('tab')) ?? d.tab,
    camera,
    layers: list('layers', LAYERS, d.layers),
    technologies: technologies.length > 0 ? technologies : d.technologies,
    operators: parts.has('op') ? parts.get('op')!.split('|').filter(Boolean) : null,
    basis: inList(['land', 'people', 'hamlets'], parts.get('of')) ?? d.basis,
    coverage: inList(['stations', 'claimed', 'measured'], parts.get('cov')) ?? d.coverage,
    without2G: parts.get('no2g') === '1',
    units: inList(UNITS, parts.get('units')) ?? d.units,
    district: parts.get('dist')?.slice(0, 60) || null,
    commune: /^[\w:-]{1,20}$/.test(parts.get('x') ?? '') ? parts.get('x') : null,
    lom: lomOf(parts.get('lom')) ?? d.lom,
    radiusMeters: radiiOf(parts.get('r')) ?? d.radiusMeters,
    scenario: parts.has('sc') ? scenarioFromText(parts.get('sc')!) : null,
    need: inList(NEED_MEASURES, parts.get('need')) ?? d.need,
    map: inList(MAP_KINDS, parts.get('map')) ?? d.map,
    textOnly: parts.get('chu') === '1',
  };
}

const lomToText = ({ radiusMeters, share }: LomRule) => `${radiusMeters},${share}`;
const radiiToText = (radii: View['radiusMeters']) => TECHNOLOGIES.map((t) => radii[t]).join(',');
const numbersOf = (text: string | null) => (text ?? '').split(',').map(Number);

/** Limits of what the reader may set, in metres and as a share. */
export const RULE_LIMITS = { lomRadiusMeters: [100, 10_000], lomShare: [0.01, 1], radiusMeters: [50, 200_000] } as const;
const within = (value: number, [least, most]: readonly [number, number]) => value >= least && value <= most;

function lomOf(text: string | null): LomRule | null {
  const [radiusMeters = Number.NaN, share = Number.NaN] = numbersOf(text);
  return within(radiusMeters, RULE_LIMITS.lomRadiusMeters) && within(share, RULE_LIMITS.lomShare) ? { radiusMeters, share } : null;
}

function radiiOf(text: string | null): View['radiusMeters'] | null {
  const meters = numbersOf(text);
  if (meters.length !== TECHNOLOGIES.length || !meters.every((m) => within(m, RULE_LIMITS.radiusMeters))) return null;
  return Object.fromEntries(TECHNOLOGIES.map((t, i) => [t, meters[i]!])) as Record<Technology, number>;
}
