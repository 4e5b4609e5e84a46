/** Small checks of plain data from outside, put together to whole shapes. */
export type Check = (value: unknown) => boolean;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

export const isNumber: Check = (value) => Number.isFinite(value);
export const isFlag: Check = (value) => typeof value === 'boolean';
export const orNull = (check: Check): Check => (value) => value === null || check(value);
export const orAbsent = (check: Check): Check => (value) => value === undefined || check(value);
export const oneOf = (...values: readonly unknown[]): Check => (value) => values.includes(value);
export function isListOf<T>(check: (value: unknown) => value is T, least?: number): (value: unknown) => value is T[];
export function isListOf(check: Check, least?: number): Check;
export function isListOf(check: Check, least = 0): Check {
  return (value) => Array.isArray(value) && value.length >= least && value.every((part) => check(part));
}
export const hasFields = (fields: Record<string, Check>): Check => {
  const all = Object.entries(fields);
  return (value) => isRecord(value) && all.every(([field, check]) => check(value[field]));
};
