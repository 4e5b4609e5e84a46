/**
 * When rounding could decide. Positions are computed to a few nanometres, crossings to that over the sine of the angle in
 * which they cross. What comes closer than the tolerance is left to the polygon kernel.
 */
export const TOLERANCE_METERS = 5e-5;
export const MIN_CROSSING_SINE = 2e-4;
