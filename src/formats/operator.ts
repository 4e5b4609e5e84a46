/** Operator names: the known ones in their own spelling, all others as written. */
import { foldToKey } from '../core/fold';

const KNOWN: ReadonlyMap<string, string> = new Map(Object.entries({
  viettel: 'Viettel', viettelmobile: 'Viettel', vietteltelecom: 'Viettel', '45204': 'Viettel',
  vinaphone: 'VinaPhone', vnptvinaphone: 'VinaPhone', '45202': 'VinaPhone',
  mobifone: 'MobiFone', mobiphone: 'MobiFone', vmsmobifone: 'MobiFone', '45201': 'MobiFone',
  vietnamobile: 'Vietnamobile', vietnammobile: 'Vietnamobile', '45205': 'Vietnamobile',
}));

/** Canonical spelling of the four known names and of their MCC-MNC codes; else the text trimmed, single-spaced, NFC. */
export function canonicalOperator(text: string): string {
  return KNOWN.get(foldToKey(text)) ?? text.normalize('NFC').replace(/[\s\u00a0]+/g, ' ').trim();
}
