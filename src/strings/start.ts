/** What stands on the page when the page itself did not start; apart from the other text, which has then perhaps not been loaded. */
export interface StartText {
  failed: string;
  /** The same of the page in one file. */
  fileFailed: string;
  reload: string;
  /** Use the version before. */
  back: string;
}
