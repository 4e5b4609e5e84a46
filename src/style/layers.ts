/** What the reader can switch on the map, and in which language the page is: shared by the view and the style. */

export const LAYERS = ['bts', 'fibre', 'routes', 'coverage', 'gaps', 'no-data', 'measurements', 'conflicts', 'changes', 'old-centres', 'hamlets', 'communes', 'names'] as const;
export type Layer = (typeof LAYERS)[number];

