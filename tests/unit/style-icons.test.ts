import { describe, expect, test } from 'vitest';
import { TECHNOLOGIES } from '../../src/core/model';
import { icons, ICONS, type PixelImage, technologyIcon } from '../../src/style/icons';
import { PALETTES, type ThemeName } from '../../src/style/palette';
import { technologyPath } from '../../src/style/technology-shape';

const THEMES = Object.keys(PALETTES) as ThemeName[];
const pixel = ({ data, width }: PixelImage, x: number, y: number) => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)];
const hex = (color: string) => [1, 3, 5].map((i) => Number.parseInt(color.slice(i, i + 2), 16));

describe.each(THEMES)('images of %s', (theme) => {
  const images = icons(theme);

  test('have the same names and sizes as those of light, so that one replaces the other', () => {
    const sizes = (of: Map<string, PixelImage>) => [...of].map(([name, i]) => [name, i.width, i.height, i.data.length, i.pixelRatio]);
    expect(sizes(images)).toEqual(sizes(icons('light')));
  });

  test('the middle of each symbol has the colour of its technology', () => {
    for (const technology of TECHNOLOGIES) {
      const image = images.get(technologyIcon(technology))!;
      expect(pixel(image, image.width / 2, image.height / 2)).toEqual([...hex(PALETTES[theme].technology[technology]), 255]);
    }
  });
});

test('patterns tile: no step across the edge of a tile is larger than one inside it', () => {
  for (const name of [ICONS.hatch, ICONS.dots]) {
    const image = icons('light').get(name)!;
    const { width, height } = image;
    const alpha = (x: number, y: number) => pixel(image, (x + width) % width, (y + height) % height)[3]!;
    const step = (x: number, y: number) => Math.max(Math.abs(alpha(x, y) - alpha(x - 1, y)), Math.abs(alpha(x, y) - alpha(x, y - 1)));
    let inside = 0;
    let across = 0;
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        if (x > 0 && y > 0) inside = Math.max(inside, step(x, y));
        else across = Math.max(across, step(x, y));
      }
    }
    expect(across).toBeLessThanOrEqual(inside);
  }
});

test('hatching leaves some of the ground and covers some of it', () => {
  const { data } = icons('light').get(ICONS.hatch)!;
  const share = data.filter((_, i) => i % 4 === 3).reduce((sum, a) => sum + a, 0) / 255 / (data.length / 4);
  expect(share).toBeGreaterThan(0.15);
  expect(share).toBeLessThan(0.5);
});

test('shapes differ without colour: technologies in their outlines, hamlets by state', () => {
  const outline = (name: string) => icons('light').get(name)!.data.filter((_, i) => i % 4 === 3).join();
  expect(new Set(TECHNOLOGIES.map((t) => outline(technologyIcon(t)))).size).toBe(TECHNOLOGIES.length);
  expect(new Set(TECHNOLOGIES.map(technologyPath)).size).toBe(TECHNOLOGIES.length);
  const hamlets = [ICONS.hamletCovered, ICONS.hamletLom, ICONS.hamletTrang].map((name) => icons('light').get(name)!.data.join());
  expect(new Set(hamlets).size).toBe(3);
});
