/** Where a figure stands in the JSON that the command gives: keys, and items of lists by the fields that tell them apart. */

export type PathStep = string | Readonly<Record<string, string | number | null>>;
export type FigurePath = readonly PathStep[];

/** What stands there; undefined where there is no such place. */
export function figureAt(output: unknown, path: FigurePath): unknown {
  return path.reduce<unknown>((at, step) => {
    if (at === null || at === undefined) return undefined;
    if (typeof step === 'string') return (at as Record<string, unknown>)[step];
    return Array.isArray(at) ? at.find((item) => Object.entries(step).every(([key, value]) => (item as Record<string, unknown>)[key] === value)) : undefined;
  }, output);
}

/** As a person reads it: `hamlets[localityId="H-1"].nearestMast.km`. */
export function pathText(path: FigurePath): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'string') return text === '' ? step : `${text}.${step}`;
    return `${text}[${Object.entries(step).map(([key, value]) => `${key}=${JSON.stringify(value)}`).join(', ')}]`;
  }, '');
}
