/** Where the symbols of one mast stand around it, so that none hides another. */

/** Most symbols that one mast can have: one for each technology. */
const MOST = 4;
/** CSS pixels between the middles of neighbouring symbols at icon size 1. */
const SPACING = 13;

export interface MastSlot {
  /** `count-index`, as features carry it. */
  slot: string;
  offset: [x: number, y: number];
}

export const mastSlot = (count: number, index: number): string => `${count}-${index}`;

/** All arrangements: alone on the mast, else evenly around it. */
export const MAST_SLOTS: readonly MastSlot[] = [1, 2, 3, MOST].flatMap((count) =>
  Array.from({ length: count }, (_, index): MastSlot => {
    if (count === 1) return { slot: mastSlot(count, index), offset: [0, 0] };
    const radius = SPACING / (2 * Math.sin(Math.PI / count));
    // Pairs lie side by side, three stand on a base, four form a square.
    const start = count === 2 ? Math.PI : count === 3 ? -Math.PI / 2 : (-3 * Math.PI) / 4;
    const angle = start + (2 * Math.PI * index) / count;
    const tenth = (value: number) => Math.round(value * 10) / 10 + 0;
    return { slot: mastSlot(count, index), offset: [tenth(radius * Math.cos(angle)), tenth(radius * Math.sin(angle))] };
  }),
);
