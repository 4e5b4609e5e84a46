/** Seeded numbers that are the same on every machine: whole-number arithmetic alone. */

/** mulberry32 (Tommy Ettinger, public domain): numbers in [0, 1). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A vector of at most unit length, evenly over the disc; by rejection, so that no sine decides a bit. */
export function inUnitDisc(random: () => number): [number, number] {
  for (;;) {
    const x = 2 * random() - 1;
    const y = 2 * random() - 1;
    if (x * x + y * y <= 1) return [x, y];
  }
}

/** Smooth noise in [0, 1) over the plane, with features about `cellMeters` wide. */
export function valueNoise(seed: number, cellMeters: number): (x: number, y: number) => number {
  const corner = (i: number, j: number) => seeded(Math.imul(i, 73856093) ^ Math.imul(j, 19349663) ^ Math.imul(seed, 83492791))();
  const ease = (t: number) => t * t * (3 - 2 * t);
  const corners = new Map<number, number>();
  const cached = (i: number, j: number) => {
    const key = i * 65536 + j;
    let value = corners.get(key);
    if (value === undefined) corners.set(key, (value = corner(i, j)));
    return value;
  };
  return (x, y) => {
    const i = Math.floor(x / cellMeters);
    const j = Math.floor(y / cellMeters);
    const u = ease(x / cellMeters - i);
    const v = ease(y / cellMeters - j);
    const south = cached(i, j) * (1 - u) + cached(i + 1, j) * u;
    const north = cached(i, j + 1) * (1 - u) + cached(i + 1, j + 1) * u;
    return south * (1 - v) + north * v;
  };
}
