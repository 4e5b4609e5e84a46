/** What the browser tells of the line; where it tells nothing, the line counts as good. */
interface Connection {
  saveData?: boolean;
  effectiveType?: string;
}

const SLOW = { '2g': ['slow-2g', '2g'], '3g': ['slow-2g', '2g', '3g'] };

const connection = (): Connection => (navigator as { connection?: Connection }).connection ?? {};

/** Whether the reader asks for data to be saved. */
function savesData(): boolean {
  return connection().saveData === true;
}

/** Whether data are to be saved, or the line is such a one or slower. */
export function slowLine(upTo: '2g' | '3g' = '2g'): boolean {
  const { effectiveType } = connection();
  return savesData() || (effectiveType !== undefined && SLOW[upTo].includes(effectiveType));
}
