/** Where a figure stands in the JSON that the command gives: keys, and items of lists by the fields that tell them apart. */

type Fields = Readonly<Record<string, string | number | null>>;
/** `every`: all items with these fields; what stands in each is then a list. */
export type PathStep = string | Fields | { every: Fields };
export type FigurePath = readonly PathStep[];

/** What stands there; undefined where there is no such place. */
export function figureAt(output: unknown, path: FigurePath): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return output;
  if (output === null || output === undefined) return undefined;
  if (typeof step === 'string') return figureAt((output as Record<string, unknown>)[step], rest);
  if (!Array.isArray(output)) return undefined;
  if (isEvery(step)) return output.filter((item) => has(item, step.every)).map((item) => figureAt(item, rest));
  return figureAt(output.find((item) => has(item, step)), rest);
}

function isEvery(step: Exclude<PathStep, string>): step is { every: Fields } {
  return typeof step.every === 'object' && step.every !== null;
}

function has(item: unknown, fields: Fields): boolean {
  return Object.entries(fields).every(([key, value]) => (item as Record<string, unknown>)[key] === value);
}

/** As a person reads it: `hamlets[localityId="H-1"].nearestMast.km`; `[*, operator="A"].bts` of every item. */
export function pathText(path: FigurePath): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'string') return text === '' ? step : `${text}.${step}`;
    return `${text}[${isEvery(step) ? '*, ' : ''}${Object.entries(isEvery(step) ? step.every : step).map(([key, value]) => `${key}=${JSON.stringify(value)}`).join(', ')}]`;
  }, '');
}
