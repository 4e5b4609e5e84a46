/** The command lines that give the figures of a question, the count of a file's rows, and what differs between two versions. */
import type { QuestionSpec } from './gaps';
import { type DatasetKind, type FileReading, TECHNOLOGIES } from './model';
import { DEFAULT_LOM_RULE, DEFAULT_MEASURED_RULE, DEFAULT_RADIUS_METERS, DEFAULT_SECTOR_FACTOR, type GapSettings } from './settings';

/** The options that name sources, as the command has them: file names, `bundled`, or not given. */
export interface CommandSources {
  sites: string | null;
  localities: string | null;
  fibre: string | null;
  routes: string | null;
  measurements: string | null;
  communes: string | null;
  coverage: readonly string[];
  /** How files are to be read, as arguments: `--map`, `--set`, `--crs`, `--header`, `--sheet`. */
  reading: readonly string[];
}

export const NO_SOURCES: CommandSources = { sites: null, localities: null, fibre: null, routes: null, measurements: null, communes: null, coverage: [], reading: [] };

/** The word with which the command names bundled data. */
export const BUNDLED = 'bundled';

/** The arguments with which the command reads a file as it was read. @param whose a file is told by its kind, of two versions by its side */
export function readingArguments(whose: DatasetKind | 'before' | 'after', { sheet, map, set, crs, headerLine }: FileReading): string[] {
  const pairs = (option: string, values: Readonly<Record<string, string>>) => Object.entries(values).flatMap(([field, value]) => [option, `${whose}:${field}=${value}`]);
  return [
    ...pairs('--map', map), ...pairs('--set', set),
    ...(crs === null ? [] : ['--crs', `${whose}=${crs}`]),
    ...(headerLine === null ? [] : ['--header', `${whose}=${headerLine}`]),
    ...(sheet === null ? [] : ['--sheet', `${whose}=${sheet}`]),
  ];
}

/** What a computation follows from that the command has no option for. */
export type BeyondCommand = 'operator-name' | 'sector-factor' | 'measured-rule';

/** Arguments after `lomsong`. @param code the commune; null for all */
export function gapsArguments(sources: CommandSources, { of, operators, off }: QuestionSpec, settings: GapSettings, code: string | null): string[] {
  const { radiusMeters, lom, mix } = settings;
  const given = (['communes', 'sites', 'measurements', 'localities', 'fibre', 'routes'] as const).flatMap((kind) => (sources[kind] === null ? [] : [`--${kind}`, sources[kind]]));
  const radii = TECHNOLOGIES.filter((t) => radiusMeters[t] !== DEFAULT_RADIUS_METERS[t]).map((t) => `${t}=${radiusMeters[t]}m`);
  return [
    'gaps',
    ...given,
    ...sources.coverage.flatMap((file) => ['--coverage', file]),
    ...sources.reading,
    ...(mix ? ['--mix'] : []),
    ...(code === null ? [] : ['--commune', code]),
    '--technology', of.join(','),
    ...(operators ? ['--operator', operators.join(',')] : []),
    ...(off.length > 0 ? ['--off', off.join(',')] : []),
    ...(radii.length > 0 ? ['--radius', radii.join(',')] : []),
    ...(lom.radiusMeters === DEFAULT_LOM_RULE.radiusMeters ? [] : ['--lom-radius', `${lom.radiusMeters}m`]),
    ...(lom.share === DEFAULT_LOM_RULE.share ? [] : ['--lom-share', String(lom.share)]),
  ];
}

/** Why the command could not give the same; empty where it can. */
export function beyondCommand({ operators }: QuestionSpec, { sectorFactor, measured }: GapSettings): BeyondCommand[] {
  const beyond: BeyondCommand[] = [];
  if (operators?.some((name) => name.includes(','))) beyond.push('operator-name');
  if (sectorFactor !== DEFAULT_SECTOR_FACTOR) beyond.push('sector-factor');
  if (JSON.stringify(measured) !== JSON.stringify(DEFAULT_MEASURED_RULE)) beyond.push('measured-rule');
  return beyond;
}

/** A file as the command is told of it: `bundled`, or its name and how it was read where that is known. */
export interface FileNamed {
  name: string;
  reading: FileReading | null;
}

/** Tells ways of reading apart, whatever the file's name. */
export function readingKey(reading: FileReading | null | undefined): string {
  return JSON.stringify(reading ? { ...reading, path: '' } : null);
}

/** `lomsong check` of one file. @param communes the reader's own; null for those bundled */
export function checkArguments(kind: DatasetKind, { name, reading }: FileNamed, communes: string | null): string[] {
  return ['check', name, '--kind', kind, ...(reading ? readingArguments(kind, reading) : []), ...(communes === null ? [] : ['--communes', communes]), '--format', 'json'];
}

/** `lomsong compare`: the older files are taken together, and read as the first of them. */
export function compareArguments(kind: DatasetKind, before: readonly FileNamed[], after: FileNamed, communes: string | null): string[] {
  const sides = [['before', before[0]!.reading], ['after', after.reading]] as const;
  return [
    'compare', ...before.map(({ name }) => name), after.name, '--kind', kind, ...sides.flatMap(([side, reading]) => (reading ? readingArguments(side, reading) : [])),
    ...(communes === null ? [] : ['--communes', communes]), '--format', 'json',
  ];
}

const PLAIN_ARGUMENT = /^[\w.,=:%/+-]+$/;

/** As it is typed into a shell. */
export function shellLine(argv: readonly string[]): string {
  const quoted = argv.map((argument) => (PLAIN_ARGUMENT.test(argument) ? argument : `"${argument.replace(/["\\$`]/g, '\\$&')}"`));
  return ['npx', 'lomsong', ...quoted].join(' ');
}
