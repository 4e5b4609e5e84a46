/** Which kind of data a kind of coverage is made from. */
import type { CoverageKind, DatasetKind } from './model';

export const COVERING: Record<CoverageKind, DatasetKind> = { modelled: 'sites', claimed: 'coverage', measured: 'measurements' };
