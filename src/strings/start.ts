/** What stands in the page's markup, and on it when the page itself did not start; apart from the other text, which has then perhaps not been loaded. */
export interface StartText {
  failed: string;
  reload: string;
  /** Use the version before. */
  back: string;
  /** What the page is, for whoever lists pages or installs it. */
  about: string;
  noScript: string;
  /** Of the page in one file, where the browser cannot unpack it. */
  tooOld: string;
}
