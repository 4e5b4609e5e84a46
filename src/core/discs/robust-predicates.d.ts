declare module 'robust-predicates' {
  /** Positive where c lies to the right of the line from a to b, negative to the left, 0 on it; the sign is exact. */
  export function orient2d(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number;
}
