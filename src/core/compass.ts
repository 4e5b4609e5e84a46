/** Directions in words need eight names. */

/** Clockwise from north. */
export const COMPASS = ['north', 'northEast', 'east', 'southEast', 'south', 'southWest', 'west', 'northWest'] as const;
export type CompassPoint = (typeof COMPASS)[number];

/** The nearest of eight directions to an azimuth in degrees clockwise from north, any turn. */
export function compassPoint(azimuthDeg: number): CompassPoint {
  return COMPASS[((Math.round(azimuthDeg / 45) % 8) + 8) % 8]!;
}
