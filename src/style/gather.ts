/** Symbols too near each other to be drawn apart, as groups: by squares of a grid, so that moving the map changes nothing. */

export interface Gathered<T> {
  members: T[];
  /** In the middle of the members. */
  x: number;
  y: number;
}

/** @param side of a square, in the unit of the places */
export function gathered<T>(items: readonly T[], placeOf: (item: T) => readonly [x: number, y: number], side: number): Gathered<T>[] {
  const groups = new Map<string, Gathered<T>>();
  for (const item of items) {
    const [x, y] = placeOf(item);
    const key = `${Math.floor(x / side)} ${Math.floor(y / side)}`;
    const group = groups.get(key);
    if (!group) groups.set(key, { members: [item], x, y });
    else {
      group.members.push(item);
      group.x += (x - group.x) / group.members.length;
      group.y += (y - group.y) / group.members.length;
    }
  }
  return [...groups.values()];
}
