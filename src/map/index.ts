/** All that the page needs of the map; import it lazily, it brings MapLibre along. */
export { drawMapImage, type MapImage, type MapImageOptions } from './image';
export type { MapInfo } from './info';
export { GapMap } from './map';
