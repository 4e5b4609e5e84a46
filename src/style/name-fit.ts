/** Which names have room on a map drawn without a library: the larger ones first, none upon another. */

export interface NameToPlace {
  name: string;
  /** The middle of the name, in CSS pixels. */
  x: number;
  y: number;
  /** How wide the land is that it names, in CSS pixels. */
  room: number;
  /** Larger comes first. */
  weight: number;
  /** How far it may stand above or below its place, where something stands there already. */
  slack?: number;
}

/** Width of a letter as a share of its height, on average; the font itself is not asked, so that this stays arithmetic. */
const LETTER_WIDTH = 0.6;
const LINE_HEIGHT = 1.25;
/** Names may reach over the border by this share of the land. */
const OVERHANG = 1.5;

/** What a name must not stand on, in CSS pixels. */
export interface Obstacle {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Those that fit, in the order of their weight. @param size of the text in CSS pixels */
export function fittingNames<T extends NameToPlace>(names: readonly T[], size: number, obstacles: readonly Obstacle[] = []): T[] {
  const taken = [...obstacles];
  const height = size * LINE_HEIGHT;
  return [...names].sort((a, b) => b.weight - a.weight).flatMap((name) => {
    const width = name.name.length * size * LETTER_WIDTH;
    if (width > name.room * OVERHANG) return [];
    const slack = name.slack ?? 0;
    for (const y of slack > 0 ? [name.y, name.y + slack, name.y - slack] : [name.y]) {
      const box = { left: name.x - width / 2, right: name.x + width / 2, top: y - height / 2, bottom: y + height / 2 };
      if (taken.some((t) => t.left < box.right && box.left < t.right && t.top < box.bottom && box.top < t.bottom)) continue;
      taken.push(box);
      return [{ ...name, y }];
    }
    return [];
  });
}
