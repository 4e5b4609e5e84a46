import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, test } from 'vitest';
import { changesBetween } from '../../src/map/restyle';
import { icons } from '../../src/style/icons';
import { LAYERS } from '../../src/style/layers';
import { PALETTES, type ThemeName } from '../../src/style/palette';
import { buildStyle, LAYERS_OF_SWITCH } from '../../src/style/style';

const THEMES = Object.keys(PALETTES) as ThemeName[];

describe.each(THEMES)('the style of %s', (theme) => {
  test.each(['vi', 'en'] as const)('is valid in %s', (language) => {
    expect(validateStyleMin(buildStyle(theme, language, LAYERS))).toEqual([]);
    expect(validateStyleMin(buildStyle(theme, language, [], 1.25))).toEqual([]);
  });

  test('points to nothing outside', () => {
    const style = buildStyle(theme, 'vi', LAYERS);
    expect(style.glyphs).toBeUndefined();
    expect(style.sprite).toBeUndefined();
    expect(JSON.stringify(style)).not.toMatch(/https?:|url/);
  });

  test('asks only for what the page’s map library has: the rest is left out in build/map-library.ts', () => {
    const { layers, sources, projection, terrain } = buildStyle(theme, 'vi', LAYERS);
    expect([...new Set(layers.map(({ type }) => type))].sort()).toEqual(['background', 'circle', 'fill', 'line', 'symbol']);
    expect([...new Set(Object.values(sources).map(({ type }) => type))]).toEqual(['geojson']);
    expect([projection, terrain]).toEqual([undefined, undefined]);
    expect(JSON.stringify(layers)).not.toMatch(/"(?:distance|within)"/);
  });

  test('asks only for images that are made', () => {
    const made = new Set(icons(theme).keys());
    const asked = JSON.stringify(buildStyle(theme, 'vi', LAYERS).layers.map((l) => [(l.layout as any)?.['icon-image'], (l.paint as any)?.['fill-pattern']]));
    for (const name of made) expect(asked).toContain(`"${name}"`);
    for (const [, name] of asked.matchAll(/"((?:bts|hamlet|hatch|dots|fibre|largest)[\w-]*)"/g)) expect(made).toContain(name);
  });
});

test('a switch hides its layers and no others', () => {
  const hidden = (layers: typeof LAYERS[number][]) =>
    buildStyle('light', 'vi', layers).layers.filter((l) => l.layout && 'visibility' in l.layout && l.layout.visibility === 'none').map((l) => l.id);
  expect(hidden([...LAYERS])).toEqual([]);
  for (const layer of LAYERS) {
    expect(hidden(LAYERS.filter((l) => l !== layer)).sort()).toEqual([...LAYERS_OF_SWITCH[layer]].sort());
  }
});

test('where gaps are switched off, no land is painted as covered', () => {
  const land = JSON.stringify(buildStyle('light', 'vi', ['communes']).layers.find((l) => l.id === 'communes'));
  expect(land).not.toContain(PALETTES.light.covered);
});

test('every variant turns into every other by properties of the same layers', () => {
  const from = buildStyle('light', 'vi', LAYERS);
  for (const theme of THEMES) {
    const to = buildStyle(theme, 'en', ['gaps'], 1.25);
    const turned = structuredClone(from) as any;
    for (const { layer, kind, name, value } of changesBetween(from, to)) turned.layers.find((l: any) => l.id === layer)[kind][name] = value;
    expect(turned).toEqual(to);
    expect(changesBetween(to, to)).toEqual([]);
  }
});
