/** Of the browser's database that keeps the reader's projects; apart from the store, which is loaded later. */
export const DATABASE = 'lomsong';
