/** Shares of land without signal in classes, for a map that has no gap polygons: the denser the hatching, the more. */

/** Upper ends of all classes but the last. */
export const SHARE_CLASS_ENDS = [0.1, 0.3, 0.6] as const;

export type ShareClass = 1 | 2 | 3 | 4;
export const SHARE_CLASSES: readonly ShareClass[] = [1, 2, 3, 4];

/** CSS pixels between the lines of each class. */
export const HATCH_SPACING: Readonly<Record<ShareClass, number>> = { 1: 16, 2: 10, 3: 6.5, 4: 4 };

/** null where nothing is without signal. */
export function shareClass(share: number | null): ShareClass | null {
  if (share === null || share <= 0) return null;
  const index = SHARE_CLASS_ENDS.findIndex((end) => share < end);
  return (index < 0 ? SHARE_CLASSES.length : index + 1) as ShareClass;
}
