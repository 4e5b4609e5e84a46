/** Text of the committed files: stable key order, one row a line so that a change shows as a few lines. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { PUBLIC_DATA_DIR } from './places';

/** File name → text. */
export type FileTexts = Record<string, string>;

export function jsonLines(rows: readonly unknown[]): string {
  return `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`;
}

export function csvText<Row extends object>(columns: readonly (keyof Row & string)[], rows: readonly Row[]): string {
  return `${Papa.unparse(rows as Row[], { columns: [...columns], newline: '\n' })}\n`;
}

export function csvRows<Row>(text: string): Row[] {
  const { data, errors } = Papa.parse<Row>(text, { header: true, skipEmptyLines: true });
  if (errors[0]) throw new Error(`${errors[0].message} in row ${errors[0].row}`);
  return data;
}

export function writePublic(files: FileTexts): void {
  mkdirSync(PUBLIC_DATA_DIR, { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    writeFileSync(path.join(PUBLIC_DATA_DIR, file), text);
    const raw = Buffer.byteLength(text);
    console.log(`${file}: ${raw} bytes, ${gzipSync(text, { level: 9 }).length} gzipped`);
  }
}

/** A figure in each language's notation, free of the machine's own locale data. */
export function figure(value: number, decimals = 0): { vi: string; en: string } {
  const [whole, fraction] = Math.abs(value).toFixed(decimals).split('.') as [string, string | undefined];
  const sign = value < 0 ? '−' : '';
  const grouped = (mark: string) => whole.replace(/\B(?=(\d{3})+$)/g, mark);
  return {
    vi: sign + grouped('.') + (fraction ? `,${fraction}` : ''),
    en: sign + grouped(',') + (fraction ? `.${fraction}` : ''),
  };
}

/** One sentence in both languages, `{}` standing for the figures in turn. */
export function sentence(vi: string, en: string, ...figures: { vi: string; en: string }[]): { vi: string; en: string } {
  const fill = (text: string, language: 'vi' | 'en') => {
    const parts = text.split('{}');
    if (parts.length !== figures.length + 1) throw new Error(`${figures.length} figures for: ${text}`);
    return parts.map((part, i) => part + (figures[i]?.[language] ?? '')).join('');
  };
  return { vi: fill(vi, 'vi'), en: fill(en, 'en') };
}
