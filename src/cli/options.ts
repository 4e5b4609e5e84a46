/** The command line as options, checked; wrong ones become a `UsageError`. */
import { parseArgs } from 'node:util';
import { type Box, TECHNOLOGIES, type DatasetKind, type Technology } from '../core/model';
import { DEFAULT_LOM_RULE, DEFAULT_RADIUS_METERS, type LomRule } from '../core/settings';
import { parseCrs } from '../formats/crs';
import { parseTechnology } from '../formats/technology';
import { LETTER_KINDS, type LetterKind } from '../report/letter';
import type { CliText } from '../strings/command-text';
import { FIRST_LANGUAGE, language, LANGUAGE_CODES } from '../strings/every-language';
import { UsageError } from './io';
import { listOf, listsOf } from './option-values';
import { type RankOptions, rankOf } from './rank-options';
import { type WhatIf, whatIfOf } from './what-if-options';

export type OutputFormat = 'json' | 'csv' | 'geojson' | 'kml' | 'xlsx';
/** What `compare` writes. */
export type ComparisonFormat = 'text' | 'csv' | 'json';
/** What `gaps` has rows of in place of communes. */
export type UnitKind = 'old' | 'districts';

/** Of the contract, but with a later version. */
const LATER_OPTIONS = ['dem'] as const;

export const KINDS: readonly DatasetKind[] = ['sites', 'fibre', 'routes', 'localities', 'measurements', 'coverage', 'communes', 'indicators'];

/** Of two versions that are compared; a prefix of how each is read. */
export const SIDES = ['before', 'after'] as const;
export type Side = (typeof SIDES)[number];

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  lang: { type: 'string' },
  sites: { type: 'string' },
  communes: { type: 'string' },
  coverage: { type: 'string', multiple: true },
  localities: { type: 'string' },
  fibre: { type: 'string' },
  measurements: { type: 'string' },
  routes: { type: 'string' },
  dem: { type: 'string' },
  technology: { type: 'string' },
  operator: { type: 'string' },
  'by-operator': { type: 'boolean' },
  off: { type: 'string' },
  on: { type: 'string' },
  'operator-down': { type: 'string' },
  'mast-down': { type: 'string', multiple: true },
  'commune-down': { type: 'string', multiple: true },
  'no-grid-down': { type: 'boolean' },
  'microwave-down': { type: 'boolean' },
  roaming: { type: 'string', multiple: true },
  add: { type: 'string', multiple: true },
  difference: { type: 'boolean' },
  units: { type: 'string' },
  'off-before': { type: 'string' },
  next: { type: 'string' },
  budget: { type: 'string' },
  prices: { type: 'string' },
  for: { type: 'string' },
  candidates: { type: 'string' },
  critical: { type: 'string' },
  need: { type: 'string' },
  band: { type: 'string' },
  radius: { type: 'string' },
  'lom-radius': { type: 'string' },
  'lom-share': { type: 'string' },
  commune: { type: 'string', multiple: true },
  model: { type: 'string' },
  mix: { type: 'boolean' },
  map: { type: 'string', multiple: true },
  set: { type: 'string', multiple: true },
  crs: { type: 'string', multiple: true },
  header: { type: 'string', multiple: true },
  sheet: { type: 'string', multiple: true },
  format: { type: 'string' },
  out: { type: 'string' },
  kind: { type: 'string' },
  all: { type: 'boolean' },
  province: { type: 'boolean' },
  box: { type: 'string' },
  letter: { type: 'string' },
  form: { type: 'string' },
  date: { type: 'string' },
} as const;

/** Sources, question and rules: what a figure follows from. */
const OF_FIGURES = [
  'sites', 'communes', 'coverage', 'localities', 'fibre', 'routes', 'measurements', ...LATER_OPTIONS, 'map', 'set', 'crs', 'header', 'sheet', 'mix', 'model',
  'technology', 'operator', 'off', 'radius', 'lom-radius', 'lom-share', 'commune',
];

const OF_SCENARIOS = ['on', 'operator-down', 'mast-down', 'commune-down', 'no-grid-down', 'microwave-down', 'roaming', 'add'];

/** Options that each command knows, besides help, version and lang. */
const OF_COMMAND: Record<string, readonly string[]> = {
  gaps: [...OF_FIGURES, ...OF_SCENARIOS, 'by-operator', 'difference', 'off-before', 'units', 'format', 'out'],
  rank: [...OF_FIGURES, ...OF_SCENARIOS, 'next', 'budget', 'prices', 'for', 'candidates', 'critical', 'need', 'band', 'format', 'out'],
  report: [...OF_FIGURES, ...OF_SCENARIOS, 'box', 'all', 'province', 'letter', 'form', 'date', 'format', 'out'],
  check: ['kind', 'communes', 'crs', 'map', 'set', 'header', 'sheet', 'format'],
  compare: ['kind', 'communes', 'crs', 'map', 'set', 'header', 'sheet', 'format', 'out'],
};

export interface Options {
  command: string | null;
  files: string[];
  help: boolean;
  version: boolean;
  /** null where not given: then messages are Vietnamese and CSV has commas and points. */
  lang: string | null;
  sites: string | null;
  communes: string | null;
  coverage: string[];
  localities: string | null;
  fibre: string | null;
  routes: string | null;
  measurements: string | null;
  technologies: Technology[] | null;
  operators: string[] | null;
  byOperator: boolean;
  /** Technologies switched off, of all operators. */
  off: Technology[];
  whatIf: WhatIf;
  rank: RankOptions;
  /** Before, after and difference of the scenario in place of its rows. */
  difference: boolean;
  /** null for communes. */
  units: UnitKind | null;
  /** Technologies that had ended before the scenario; only with `difference`. */
  offBefore: Technology[];
  radiusMeters: Record<Technology, number>;
  lom: LomRule;
  /** Codes or names of the communes wanted; empty for all. */
  wanted: string[];
  mix: boolean;
  map: Record<string, string>;
  /** Field → value of every row. */
  set: Record<string, string>;
  /** By kind, or under `''` for every kind; of two versions also by side. */
  crs: Record<string, string>;
  /** Line of the header row and name of the sheet, told in the same way. */
  header: Record<string, number>;
  sheet: Record<string, string>;
  format: OutputFormat;
  /** A report as plain data in place of a document. */
  reportAsData: boolean;
  /** A check's counts in place of its issues. */
  checkAsData: boolean;
  comparisonFormat: ComparisonFormat;
  out: string | null;
  kind: DatasetKind | undefined;
  /** Documents of all communes, or of the province together. */
  all: boolean;
  province: boolean;
  /** What part of the world is counted; null for all. */
  box: Box | null;
  letter: LetterKind | null;
  /** A JSON file with the office's own words. */
  form: string | null;
  /** ISO date of a document; null for today. */
  date: string | null;
}

/** The language of messages: `--lang` wherever it stands, even beside options that are wrong. */
export function languageOf(argv: readonly string[]): string {
  const at = argv.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const value = at < 0 ? null : argv[at]!.includes('=') ? argv[at]!.slice('--lang='.length) : argv[at + 1];
  return LANGUAGE_CODES.find((code) => code === value) ?? FIRST_LANGUAGE;
}

/** Node's own parser, with our words for what it does not accept: of an option given twice it would silently drop the first. */
function parsedArgs(argv: readonly string[], text: CliText) {
  const config = { args: [...argv], options: OPTIONS, allowPositionals: true } as const;
  const { tokens } = parseArgs({ ...config, strict: false, tokens: true });
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    if (!Object.hasOwn(OPTIONS, name)) throw new UsageError(text.unknownOption(rawName));
    const option: { type: string; multiple?: boolean } = OPTIONS[name as keyof typeof OPTIONS];
    if (option.type === 'boolean' && value !== undefined) throw new UsageError(text.noValueWanted(rawName));
    if (option.type === 'string' && (value === undefined || (!inlineValue && /^-./.test(value)))) throw new UsageError(text.valueMissing(rawName));
    if (option.type === 'string' && !option.multiple && seen.has(name)) throw new UsageError(text.givenTwice(rawName));
    seen.add(name);
  }
  return parseArgs({ ...config, strict: true });
}

export function readOptions(argv: readonly string[]): Options {
  const text = language(languageOf(argv)).cli;
  const { values, positionals } = parsedArgs(argv, text);
  const [command = null, ...files] = positionals;
  if (command !== null && OF_COMMAND[command]) {
    const known = ['help', 'version', 'lang', ...OF_COMMAND[command]];
    const stranger = Object.keys(values).find((name) => !known.includes(name));
    if (stranger) throw new UsageError(text.unknownOption(`--${stranger}`));
  }
  const isProvinceData = command === 'report' && values.province === true && values.format === 'json';
  // Documents know technologies that have ended, but no scenarios.
  const notOfDocuments = command === 'report' && !isProvinceData ? [...OF_SCENARIOS, 'box'].find((name) => Object.hasOwn(values, name)) : undefined;
  if (notOfDocuments) throw new UsageError(text.ofProvinceData(`--${notOfDocuments}`));
  for (const name of LATER_OPTIONS) if (values[name] !== undefined && values.model !== 'terrain') throw new UsageError(text.notYet(`--${name}`));
  if (values.model === 'terrain') throw new UsageError(text.terrain);
  const oneOf = <T extends string>(name: string, value: string | undefined, allowed: readonly T[], expected: string): T | undefined => {
    if (value !== undefined && !allowed.includes(value as T)) throw new UsageError(text.badValue(`--${name}`, value, expected));
    return value as T | undefined;
  };
  /** The format asked for, where the command has one of its own set of them. */
  const formatOf = <T extends string>(of: string, allowed: readonly T[]): T | undefined => (command === of ? oneOf('format', values.format, allowed, allowed.join(', ')) : undefined);
  const hasTables = command !== null && ['gaps', 'rank'].includes(command);
  if (values.units !== undefined && values.difference) throw new UsageError(text.unknownOption('--difference'));
  oneOf('model', values.model, ['radius'], text.expected.model);
  const crs = byPrefix(values.crs ?? [], command);
  for (const name of Object.values(crs)) if (!parseCrs(name)) throw new UsageError(text.badValue('--crs', name, text.expected.crs));
  return {
    command,
    files,
    help: values.help ?? false,
    version: values.version ?? false,
    lang: oneOf('lang', values.lang, LANGUAGE_CODES, LANGUAGE_CODES.join(', ')) ?? null,
    sites: values.sites ?? null,
    communes: values.communes ?? null,
    coverage: values.coverage ?? [],
    localities: values.localities ?? null,
    fibre: values.fibre ?? null,
    routes: values.routes ?? null,
    measurements: values.measurements ?? null,
    technologies: values.technology === undefined ? null : technologiesOf(values.technology, '--technology', text),
    operators: values.operator === undefined ? null : listOf(values.operator, '--operator', text.expected.operator, text),
    byOperator: values['by-operator'] ?? false,
    ...whatIfOf(command !== 'report' || isProvinceData, values, text),
    rank: rankOf(values, text),
    difference: values.difference ?? false,
    units: oneOf<UnitKind>('units', values.units, ['old', 'districts'], text.expected.units) ?? null,
    offBefore: values['off-before'] === undefined ? [] : technologiesOf(values['off-before'], '--off-before', text),
    radiusMeters: radiiOf(values.radius, text),
    lom: {
      radiusMeters: values['lom-radius'] === undefined ? DEFAULT_LOM_RULE.radiusMeters : lengthOf(values['lom-radius'], text),
      share: values['lom-share'] === undefined ? DEFAULT_LOM_RULE.share : shareOf(values['lom-share'], text),
    },
    wanted: listsOf(values.commune, '--commune', text.expected.commune, text),
    mix: values.mix ?? false,
    map: mapOf(values.map ?? [], '--map', text),
    set: mapOf(values.set ?? [], '--set', text),
    crs,
    header: headersOf(values.header ?? [], command, text),
    sheet: byPrefix(values.sheet ?? [], command),
    format: (hasTables ? oneOf<OutputFormat>('format', values.format, ['json', 'csv', 'geojson', 'kml', 'xlsx'], text.expected.format) : null) ?? 'json',
    reportAsData: formatOf('report', ['html', 'json']) === 'json',
    checkAsData: formatOf('check', ['lines', 'json']) === 'json',
    comparisonFormat: formatOf<ComparisonFormat>('compare', ['text', 'csv', 'json']) ?? 'text',
    out: values.out ?? null,
    kind: oneOf('kind', values.kind, KINDS, text.expected.kind),
    all: values.all ?? false,
    province: values.province ?? false,
    box: values.box === undefined ? null : boxOf(values.box, text),
    letter: oneOf<LetterKind>('letter', values.letter, LETTER_KINDS, text.expected.letter) ?? null,
    form: values.form ?? null,
    date: values.date === undefined ? null : dateOf(values.date, text),
  };
}

/** West, south, east and north in degrees. */
function boxOf(value: string, text: CliText): Box {
  const sides = value.split(',').map((side) => (side.trim() === '' ? NaN : Number(side)));
  const [west, south, east, north] = sides as Box;
  if (sides.length !== 4 || !(west < east && south < north)) throw new UsageError(text.badValue('--box', value, text.expected.box));
  return [west, south, east, north];
}

/** A day that the calendar has. */
function dateOf(value: string, text: CliText): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value) throw new UsageError(text.badValue('--date', value, text.expected.date));
  return value;
}

function technologiesOf(value: string, option: string, text: CliText): Technology[] {
  const asked = listOf(value, option, text.expected.technology, text).map((part) => parseTechnology(part));
  if (asked.includes(null)) throw new UsageError(text.badValue(option, value, text.expected.technology));
  return TECHNOLOGIES.filter((t) => asked.includes(t));
}

const LENGTH = /^(\d+(?:\.\d+)?)\s*(km|m)$/i;

/** Metres of a text such as `1km` or `800m`. */
function metersOf(value: string): number {
  const match = LENGTH.exec(value);
  const meters = match ? Number(match[1]) * (match[2]!.toLowerCase() === 'km' ? 1000 : 1) : 0;
  return meters <= 200_000 ? meters : 0;
}

function lengthOf(value: string, text: CliText): number {
  const meters = metersOf(value.trim());
  if (!(meters > 0)) throw new UsageError(text.badValue('--lom-radius', value, text.expected.length));
  return meters;
}

function shareOf(value: string, text: CliText): number {
  const match = /^(\d+(?:\.\d+)?)(%?)$/.exec(value.trim());
  const share = match ? Number(match[1]) / (match[2] ? 100 : 1) : NaN;
  if (!(share >= 0 && share <= 1)) throw new UsageError(text.badValue('--lom-share', value, text.expected.share));
  return share;
}

const RADIUS = /^(2G|3G|4G|5G)=(.+)$/i;

function radiiOf(value: string | undefined, text: CliText): Record<Technology, number> {
  const radii = { ...DEFAULT_RADIUS_METERS };
  if (value === undefined) return radii;
  const seen = new Set<Technology>();
  for (const part of value.split(',')) {
    const match = RADIUS.exec(part.trim());
    const technology = match?.[1]!.toUpperCase() as Technology;
    const meters = match ? metersOf(match[2]!) : 0;
    if (!(meters > 0) || seen.has(technology)) throw new UsageError(text.badValue('--radius', value, text.expected.radius));
    radii[technology] = meters;
    seen.add(technology);
  }
  return radii;
}

/** `VALUE` for every file, or `KIND=VALUE`; of two versions also `before=VALUE`. A sheet may well have a `=` in its name. */
function byPrefix(values: readonly string[], command: string | null): Record<string, string> {
  const prefixes: readonly string[] = command === 'compare' ? [...KINDS, ...SIDES] : KINDS;
  return Object.fromEntries(values.map((value) => {
    const at = value.indexOf('=');
    const kind = value.slice(0, Math.max(at, 0)).trim();
    return prefixes.includes(kind) ? [kind, value.slice(at + 1).trim()] : ['', value.trim()];
  }));
}

function headersOf(values: readonly string[], command: string | null, text: CliText): Record<string, number> {
  return Object.fromEntries(Object.entries(byPrefix(values, command)).map(([kind, line]) => {
    if (!/^[1-9]\d{0,6}$/.test(line)) throw new UsageError(text.badValue('--header', line, text.expected.header));
    return [kind, Number(line)];
  }));
}

function mapOf(pairs: readonly string[], option: string, text: CliText): Record<string, string> {
  const map: Record<string, string> = {};
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    if (at < 1 || at === pair.length - 1) throw new UsageError(text.badValue(option, pair, text.expected.map));
    map[pair.slice(0, at).trim()] = pair.slice(at + 1).trim();
  }
  return map;
}
