/** Brings the library that projects; apart, because it is large and few files need it. */
import proj4 from 'proj4';
import { setProjection } from './crs';

setProjection((definition) => proj4(definition, 'WGS84'));
