import { LABEL_FONT } from '../style/style';

/** A label in a wrong font is better than none. */
const PATIENCE_MS = 2000;
/** Text of every part into which web fonts for Vietnamese are cut. */
const SAMPLE = 'Aa1\u0111\u01a1\u01b0\u1ea1\u1ebf';

/** A canvas keeps what it was drawn with, so labels wait for their font; not for ever, since it may be missing. */
export async function fontsLoaded(): Promise<void> {
  const loads = ['400', '600'].map((weight) => document.fonts.load(`${weight} 24px "${LABEL_FONT}"`, SAMPLE));
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  await Promise.race([Promise.allSettled(loads), patience]);
}
