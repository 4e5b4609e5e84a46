/** The command line as options, checked; wrong ones become a `UsageError`. */
import { parseArgs } from 'node:util';
import { TECHNOLOGIES, type DatasetKind, type Technology } from '../core/model';
import { DEFAULT_RADIUS_METERS } from '../core/settings';
import { parseCrs } from '../formats/crs';
import { parseTechnology } from '../formats/technology';
import { CLI_TEXT, type CliText } from '../strings/cli';
import { UsageError } from './io';
import { listOf } from './option-values';
import { type RankOptions, rankOf } from './rank-options';
import { type WhatIf, whatIfOf } from './what-if-options';

export type OutputFormat = 'json' | 'csv' | 'geojson' | 'kml' | 'xlsx';
export type Lang = 'vi' | 'en';

/** Of the contract, but with a later version. */
const LATER_OPTIONS = ['dem'] as const;
const LATER_COMMANDS = ['report'] as const;

export const KINDS: readonly DatasetKind[] = ['sites', 'fibre', 'routes', 'localities', 'measurements', 'coverage', 'communes'];

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
  radius: { type: 'string' },
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
  next: { type: 'string' },
  budget: { type: 'string' },
  prices: { type: 'string' },
  for: { type: 'string' },
  candidates: { type: 'string' },
  commune: { type: 'string', multiple: true },
  critical: { type: 'string' },
  need: { type: 'string' },
  band: { type: 'string' },
  model: { type: 'string' },
  mix: { type: 'boolean' },
  map: { type: 'string', multiple: true },
  set: { type: 'string', multiple: true },
  crs: { type: 'string' },
  header: { type: 'string', multiple: true },
  sheet: { type: 'string', multiple: true },
  format: { type: 'string' },
  out: { type: 'string' },
  kind: { type: 'string' },
} as const;

/** Sources, question, rules and scenario: what a figure follows from. */
const OF_FIGURES = [
  'sites', 'communes', 'coverage', 'localities', 'fibre', 'routes', 'measurements', ...LATER_OPTIONS, 'map', 'set', 'crs', 'header', 'sheet', 'mix', 'model',
  'technology', 'operator', 'radius', 'off', 'on', 'operator-down', 'mast-down', 'commune-down', 'no-grid-down', 'microwave-down', 'roaming', 'add',
];

/** Options that each command knows, besides help, version and lang. */
const OF_COMMAND: Record<string, readonly string[]> = {
  gaps: [...OF_FIGURES, 'by-operator', 'difference', 'format', 'out'],
  rank: [...OF_FIGURES, 'next', 'budget', 'prices', 'for', 'candidates', 'commune', 'critical', 'need', 'band', 'format', 'out'],
  check: ['kind', 'communes', 'crs', 'map', 'set', 'header', 'sheet'],
};

export interface Options {
  command: string | null;
  files: string[];
  help: boolean;
  version: boolean;
  /** null where not given: then messages are Vietnamese and CSV has commas and points. */
  lang: Lang | null;
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
  radiusMeters: Record<Technology, number>;
  /** Technologies switched off, of all operators. */
  off: Technology[];
  whatIf: WhatIf;
  rank: RankOptions;
  /** Before, after and difference of the scenario in place of its rows. */
  difference: boolean;
  mix: boolean;
  map: Record<string, string>;
  /** Field → value of every row. */
  set: Record<string, string>;
  crs: string | undefined;
  /** Line of the header row and name of the sheet, by kind, or under `''` for every kind. */
  header: Record<string, number>;
  sheet: Record<string, string>;
  format: OutputFormat;
  out: string | null;
  kind: DatasetKind | undefined;
}

/** The language of messages: `--lang` wherever it stands, even beside options that are wrong. */
export function languageOf(argv: readonly string[]): Lang {
  const at = argv.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const value = at < 0 ? null : argv[at]!.includes('=') ? argv[at]!.slice('--lang='.length) : argv[at + 1];
  return value === 'en' ? 'en' : 'vi';
}

/** Node's own parser, with our words for what it does not accept: of an option given twice it would silently drop the first. */
function parsedArgs(argv: readonly string[], text: CliText) {
  const config = { args: [...argv], options: OPTIONS, allowPositionals: true } as const;
  const { tokens } = parseArgs({ ...config, strict: false, tokens: true });
  const command = tokens.find((token) => token.kind === 'positional')?.value;
  if (command !== undefined && (LATER_COMMANDS as readonly string[]).includes(command)) throw new UsageError(text.notYet(`lomsong ${command}`));
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
  const text = CLI_TEXT[languageOf(argv)];
  const { values, positionals } = parsedArgs(argv, text);
  const [command = null, ...files] = positionals;
  if (command !== null && OF_COMMAND[command]) {
    const known = ['help', 'version', 'lang', ...OF_COMMAND[command]];
    const stranger = Object.keys(values).find((name) => !known.includes(name));
    if (stranger) throw new UsageError(text.unknownOption(`--${stranger}`));
  }
  for (const name of LATER_OPTIONS) if (values[name] !== undefined && values.model !== 'terrain') throw new UsageError(text.notYet(`--${name}`));
  if (values.model === 'terrain') throw new UsageError(text.terrain);
  const oneOf = <T extends string>(name: string, value: string | undefined, allowed: readonly T[], expected: string): T | undefined => {
    if (value !== undefined && !allowed.includes(value as T)) throw new UsageError(text.badValue(`--${name}`, value, expected));
    return value as T | undefined;
  };
  oneOf('model', values.model, ['radius'], text.expected.model);
  if (values.crs !== undefined && !parseCrs(values.crs)) throw new UsageError(text.badValue('--crs', values.crs, text.expected.crs));
  return {
    command,
    files,
    help: values.help ?? false,
    version: values.version ?? false,
    lang: oneOf<Lang>('lang', values.lang, ['vi', 'en'], text.expected.lang) ?? null,
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
    radiusMeters: radiiOf(values.radius, text),
    ...whatIfOf(values, text),
    difference: values.difference ?? false,
    rank: rankOf(values, text),
    mix: values.mix ?? false,
    map: mapOf(values.map ?? [], '--map', text),
    set: mapOf(values.set ?? [], '--set', text),
    crs: values.crs,
    header: headersOf(values.header ?? [], text),
    sheet: byKind(values.sheet ?? []),
    format: oneOf('format', values.format, ['json', 'csv', 'geojson', 'kml', 'xlsx'], text.expected.format) ?? 'json',
    out: values.out ?? null,
    kind: oneOf('kind', values.kind, KINDS, text.expected.kind),
  };
}

function technologiesOf(value: string, option: string, text: CliText): Technology[] {
  const asked = listOf(value, option, text.expected.technology, text).map((part) => parseTechnology(part));
  if (asked.includes(null)) throw new UsageError(text.badValue(option, value, text.expected.technology));
  return TECHNOLOGIES.filter((t) => asked.includes(t));
}

const RADIUS = /^(2G|3G|4G|5G)=(\d+(?:\.\d+)?)\s*(km|m)$/i;

function radiiOf(value: string | undefined, text: CliText): Record<Technology, number> {
  const radii = { ...DEFAULT_RADIUS_METERS };
  if (value === undefined) return radii;
  const seen = new Set<Technology>();
  for (const part of value.split(',')) {
    const match = RADIUS.exec(part.trim());
    const technology = match?.[1]!.toUpperCase() as Technology;
    const meters = match ? Number(match[2]) * (match[3]!.toLowerCase() === 'km' ? 1000 : 1) : 0;
    if (!(meters > 0 && meters <= 200_000) || seen.has(technology)) throw new UsageError(text.badValue('--radius', value, text.expected.radius));
    radii[technology] = meters;
    seen.add(technology);
  }
  return radii;
}

/** `VALUE` for every kind, or `KIND=VALUE`. A sheet may well have a `=` in its name. */
function byKind(values: readonly string[]): Record<string, string> {
  return Object.fromEntries(values.map((value) => {
    const at = value.indexOf('=');
    const kind = value.slice(0, Math.max(at, 0)).trim();
    return (KINDS as readonly string[]).includes(kind) ? [kind, value.slice(at + 1).trim()] : ['', value.trim()];
  }));
}

function headersOf(values: readonly string[], text: CliText): Record<string, number> {
  return Object.fromEntries(Object.entries(byKind(values)).map(([kind, line]) => {
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
