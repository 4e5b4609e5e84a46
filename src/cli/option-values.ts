/** Values of options, checked one by one; wrong ones become a `UsageError`. */
import type { CliText } from '../strings/command-text';
import { UsageError } from './io';

export function listOf(value: string, option: string, expected: string, text: CliText): string[] {
  const parts = value.split(',').map((part) => part.trim()).filter(Boolean);
  if (parts.length === 0) throw new UsageError(text.badValue(option, value, expected));
  return parts;
}

/** The parts of an option that may be given several times. */
export function listsOf(values: readonly string[] | undefined, option: string, expected: string, text: CliText): string[] {
  return (values ?? []).flatMap((value) => listOf(value, option, expected, text));
}

export function isOneOf<T extends string>(allowed: readonly T[], value: string): value is T {
  return (allowed as readonly string[]).includes(value);
}

const LARGEST_COUNT = 10_000;

export function countOf(value: string, option: string, text: CliText): number {
  const count = Number(value);
  if (!/^\d+$/.test(value.trim()) || count < 1 || count > LARGEST_COUNT) throw new UsageError(text.badValue(option, value, text.expected.count));
  return count;
}

/** A positive number, or with `least` 0 also none. */
export function amountOf(value: string, option: string, text: CliText, least = Number.MIN_VALUE): number {
  const amount = Number(value);
  if (!/^\d+(?:\.\d+)?(?:e\d+)?$/i.test(value.trim()) || !(amount >= least && Number.isFinite(amount))) throw new UsageError(text.badValue(option, value, text.expected.amount));
  return amount;
}

const DAY = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

export function dayOf(value: string, option: string, text: CliText): string {
  if (!DAY.test(value.trim())) throw new UsageError(text.badValue(option, value, text.expected.day));
  return value.trim();
}
