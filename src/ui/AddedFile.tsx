import type { AddedMast } from '../core/scenario';
import { ADDED_FILE } from '../core/scenario-command-line';
import { lang } from '../state/language';

/** The file of masts placed by hand that a command needs, to be saved. */
export function AddedFile({ added }: { added: readonly AddedMast[] }) {
  const { text } = lang.value;
  const save = async () => (await import('./scenario-download')).downloadAdded(added);
  return <p class="hint">{text.scenario.addFile(ADDED_FILE)} <button type="button" class="link" onClick={() => void save()}>{text.scenario.addFileSave}</button></p>;
}
