/** All that the page needs of the map; import it lazily, it brings MapLibre along. */
export type { Padding } from './camera';
export type { MapInfo } from './info';
export { GapMap, type GapMapOptions, type MapFailure, type MapStrings } from './map';
