/** What is known of the line: from the browser where it tells (Chromium), else from how fast the page itself came. */
import { type Loaded, measuredKbps } from './line-measure';

interface Connection {
  saveData?: boolean;
  effectiveType?: string;
}

type Kind = '2g' | '3g';
const SLOW = { '2g': ['slow-2g', '2g'], '3g': ['slow-2g', '2g', '3g'] };
/** Below these the browsers that tell speak of such a line. */
const BELOW_KBPS = { '2g': 70, '3g': 700 };

const connection = (): Connection => (navigator as { connection?: Connection }).connection ?? {};

/** Whether the reader asks for data to be saved. */
function savesData(): boolean {
  return connection().saveData === true;
}

/** null: neither told nor measured. */
function slow(upTo: Kind): boolean | null {
  const { effectiveType } = connection();
  if (savesData()) return true;
  if (effectiveType !== undefined) return SLOW[upTo].includes(effectiveType);
  const kbps = measuredKbps([...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')] as unknown as Loaded[]);
  return kbps === null ? null : kbps < BELOW_KBPS[upTo];
}

/** Whether data are to be saved, or the line is such a one or slower. Of which nothing is known counts as good. */
export function slowLine(upTo: Kind = '2g'): boolean {
  return slow(upTo) ?? false;
}

/** Whether the line is known to be better than such a one, and no data are to be saved. */
export function goodLine(than: Kind): boolean {
  return slow(than) === false;
}
