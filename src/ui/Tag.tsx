import { lang } from '../state/language';
import type { Nature } from '../core/model';

/** A small word at a number or a dataset: what it is made of. */
export function Tag({ nature }: { nature: Nature }) {
  const { text } = lang.value;
  return (
    <span class={`tag tag-${nature}`} title={nature === 'modelled' ? text.modelledTitle : undefined}>
      {text.nature[nature]}
    </span>
  );
}
