/** Where the parts go into the page in one file. Does not find itself in the loader, which stands before them. */
export const PLACE_OF_PARTS = /(?<=id="lomsong-parts">)(?=<\/script>)/;
