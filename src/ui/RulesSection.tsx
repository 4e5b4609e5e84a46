import { TECHNOLOGIES, type Technology } from '../core/model';
import { lang } from '../state/language';
import { DEFAULT_VIEW, RULE_LIMITS, updateView, view } from '../state/view';
import { Fold } from './Fold';
import { SettledInput } from './SettledInput';

/** The rules behind the counts, to be changed: what is lõm, and how far a station reaches. */
export function RulesSection() {
  const { text } = lang.value;
  const { lom, radiusMeters } = view.value;
  const changed = JSON.stringify([lom, radiusMeters]) !== JSON.stringify([DEFAULT_VIEW.lom, DEFAULT_VIEW.radiusMeters]);
  return (
    <Fold class="rules" filled={changed} summary={text.rules.title}>
      <p class="hint">{text.rules.note}</p>
      <fieldset>
        <legend>{text.rules.lom}</legend>
        <NumberField label={text.rules.lomRadius} unit="km" factor={1000} value={lom.radiusMeters} limits={RULE_LIMITS.lomRadiusMeters} step={0.1} onChange={(meters) => updateView({ lom: { ...lom, radiusMeters: meters } })} />
        <NumberField label={text.rules.lomShare} unit="%" factor={0.01} value={lom.share} limits={RULE_LIMITS.lomShare} step={1} onChange={(share) => updateView({ lom: { ...lom, share } })} />
      </fieldset>
      <fieldset>
        <legend>{text.rules.radii}</legend>
        {TECHNOLOGIES.map((t: Technology) => (
          <NumberField key={t} label={t} unit="km" factor={1000} value={radiusMeters[t]} limits={RULE_LIMITS.radiusMeters} step={0.1} onChange={(meters) => updateView({ radiusMeters: { ...radiusMeters, [t]: meters } })} />
        ))}
      </fieldset>
      {changed && <button type="button" class="plain bordered" onClick={() => updateView({ lom: DEFAULT_VIEW.lom, radiusMeters: DEFAULT_VIEW.radiusMeters })}>{text.rules.reset}</button>}
    </Fold>
  );
}

interface NumberFieldProps {
  label: string;
  unit: string;
  /** Of the value in one of the unit shown. */
  factor: number;
  value: number;
  limits: readonly [least: number, most: number];
  /** In the unit shown. */
  step: number;
  onChange: (value: number) => void;
}

/** Takes effect when the reader is done with it; what lies outside the limits is put back. */
function NumberField({ label, unit, factor, value, limits: [least, most], step, onChange }: NumberFieldProps) {
  const shown = Math.round((value / factor) * 1000) / 1000;
  const change = (input: HTMLInputElement) => {
    const next = Math.round(input.valueAsNumber * factor * 1e6) / 1e6;
    if (next >= least && next <= most) onChange(next);
    else input.value = String(shown);
  };
  return (
    <label class="number-field">
      <span>{label}</span>
      <SettledInput type="number" value={String(shown)} min={least / factor} max={most / factor} step={step} onSettle={change} /> {unit}
    </label>
  );
}
