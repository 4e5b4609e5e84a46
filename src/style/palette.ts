/**
 * The one source of colours, for the map and for the page (as custom properties). Technology colours are Okabe–Ito:
 * told apart by colour-blind eyes, used for symbols and bars only, outlined in ink; words are always in ink.
 */
import type { Technology } from '../core/model';

export type ThemeName = 'light' | 'dark' | 'light-contrast' | 'dark-contrast';

export interface Palette {
  /** Page and panel. */
  surface: string;
  surfaceRaised: string;
  line: string;
  ink: string;
  muted: string;
  accent: string;
  accentInk: string;
  focus: string;
  /** A tag such as *mô phỏng*. */
  tag: string;
  tagInk: string;
  /** Map. */
  outside: string;
  covered: string;
  gap: string;
  gapFill: string;
  noData: string;
  noDataDots: string;
  border: string;
  provinceBorder: string;
  halo: string;
  technology: Record<Technology, string>;
  fibre: string;
  fibreFill: string;
  hamlet: string;
  hamletFill: string;
  claimed: string;
}

const OKABE_ITO: Record<Technology, string> = { '2G': '#cc79a7', '3G': '#009e73', '4G': '#0072b2', '5G': '#e69f00' };
const OKABE_ITO_ON_DARK: Record<Technology, string> = { '2G': '#e3a3c7', '3G': '#2fc79b', '4G': '#5ab4ec', '5G': '#f2b632' };

const LIGHT: Palette = {
  surface: '#ffffff', surfaceRaised: '#f6f7f8', line: '#d9dee3', ink: '#1f2933', muted: '#5b6772', accent: '#0b5c6b', accentInk: '#ffffff',
  focus: '#0b5c6b', tag: '#fdf1cf', tagInk: '#5f4500',
  outside: '#edf0f2', covered: '#dcebe6', gap: '#b3261e', gapFill: '#fbe9e7', noData: '#eceef0', noDataDots: '#7b858e',
  border: '#8a96a1', provinceBorder: '#4a5560', halo: '#ffffff', technology: OKABE_ITO,
  fibre: '#1f2933', fibreFill: '#ffffff', hamlet: '#1f2933', hamletFill: '#ffffff', claimed: '#0b5c6b',
};

const DARK: Palette = {
  surface: '#14191e', surfaceRaised: '#1c232a', line: '#36414b', ink: '#e8edf1', muted: '#a5b1bb', accent: '#6cc7d6', accentInk: '#08262c',
  focus: '#8fdcea', tag: '#4a3a10', tagInk: '#ffe39a',
  outside: '#0e1216', covered: '#1f3a36', gap: '#ff8a7e', gapFill: '#3d1f1d', noData: '#262d34', noDataDots: '#8d99a3',
  border: '#5f6d79', provinceBorder: '#a5b1bb', halo: '#14191e', technology: OKABE_ITO_ON_DARK,
  fibre: '#e8edf1', fibreFill: '#14191e', hamlet: '#e8edf1', hamletFill: '#14191e', claimed: '#6cc7d6',
};

export const PALETTES: Record<ThemeName, Palette> = {
  light: LIGHT,
  dark: DARK,
  'light-contrast': {
    ...LIGHT, surfaceRaised: '#ffffff', line: '#1f2933', ink: '#000000', muted: '#2b343c', accent: '#003b46', focus: '#000000',
    covered: '#ffffff', gap: '#8c0f08', gapFill: '#ffe1dd', outside: '#e4e7ea', border: '#3a444d', provinceBorder: '#000000', noDataDots: '#3a444d',
    fibre: '#000000', hamlet: '#000000', claimed: '#003b46',
  },
  'dark-contrast': {
    ...DARK, surface: '#000000', surfaceRaised: '#000000', line: '#e8edf1', ink: '#ffffff', muted: '#dfe5ea', accent: '#a5f0ff', accentInk: '#000000',
    focus: '#ffffff', covered: '#0c1f1c', gap: '#ffb3ab', gapFill: '#4d1a16', outside: '#000000', border: '#c5ced6', provinceBorder: '#ffffff',
    halo: '#000000', fibre: '#ffffff', fibreFill: '#000000', hamlet: '#ffffff', hamletFill: '#000000', claimed: '#a5f0ff',
  },
};

/** The colours as custom properties of CSS; technologies are `--t2G` and so on. */
export function customProperties(palette: Palette): [name: string, color: string][] {
  return Object.entries(palette).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[`--${name}`, value]] : Object.entries(value as Record<string, string>).map(([technology, color]) => [`--t${technology}`, color]));
}
