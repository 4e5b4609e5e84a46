/** Reading any file, those in the metres of VN-2000 as well: `read-plain.ts` with the library that projects. */
import './projection';

export { type ReadOptions, type RowOf, readDataset, readDatasetInSteps } from './read-plain';
