import { useSignal } from '@preact/signals';
import { lang } from '../state/language';
import { anyModelled } from '../state/nature';
import { known } from '../state/known';
import { online } from '../state/offline';
import { chooseTextOnly } from '../state/text-only';
import { highContrast } from '../state/theme';
import { updateView, view } from '../state/view';
import { LANGUAGE_CODES, localeOf } from '../strings';
import { closeOnEscape, closeOnLeave } from './close-on-escape';
import { DataDate } from './DataDate';
import { RestingButton } from './RestingButton';
import { Search } from './Search';
import { Tag } from './Tag';

const THEMES = ['auto', 'light', 'dark'] as const;

export function Header({ wide }: { wide: boolean }) {
  const { text } = lang.value;
  return (
    <header class="header">
      <div class="brand">
        <h1>{text.appName}</h1>
        <span class="brand-note">
          {text.place}
          {known.value && <span class="data-date"> · <DataDate /></span>} {anyModelled.value && <Tag nature="modelled" />}
          <span role="status">{!online.value && ` · ${text.offline.away}`}</span>
        </span>
      </div>
      <Search />
      {wide ? (
        <div class="controls"><Controls /></div>
      ) : (
        <details class="controls-menu" onKeyDown={closeOnEscape} onFocusOut={closeOnLeave}>
          <summary aria-label={text.header.controls} title={text.header.controls}>
            <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 7h10M18 7h2M4 17h2M10 17h10" /><circle cx="16" cy="7" r="2" /><circle cx="8" cy="17" r="2" /></svg>
          </summary>
          <div class="controls"><Controls /></div>
        </details>
      )}
    </header>
  );
}

function Controls() {
  const { text } = lang.value;
  const { language, theme, textStep, textOnly } = view.value;
  const contrast = highContrast.value;
  const nextTheme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length]!;
  const themeName = { auto: text.header.themeAuto, light: text.header.themeLight, dark: text.header.themeDark };
  return (
    <>
      <div class="button-group" role="group" aria-label={text.header.normal}>
        <RestingButton class="plain" aria-label={`A− ${text.header.smaller}`} title={text.header.smaller} resting={textStep <= -1} onClick={() => updateView({ textStep: textStep - 1 })}>A−</RestingButton>
        <button type="button" class="plain" aria-label={`A ${text.header.normal}`} title={text.header.normal} aria-pressed={textStep === 0} onClick={() => updateView({ textStep: 0 })}>A</button>
        <RestingButton class="plain" aria-label={`A+ ${text.header.larger}`} title={text.header.larger} resting={textStep >= 2} onClick={() => updateView({ textStep: textStep + 1 })}>A+</RestingButton>
      </div>
      <button type="button" class="plain" aria-label={`${text.header.theme}: ${themeName[theme]}`} title={themeName[theme]} onClick={() => updateView({ theme: nextTheme })}>
        <ThemeIcon theme={theme} />
      </button>
      <button type="button" class="plain" aria-pressed={contrast} aria-label={text.header.contrast} title={text.header.contrast} onClick={() => updateView({ contrast: !contrast })}>
        <svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="8" /><path d="M12 4a8 8 0 0 1 0 16z" class="filled" /></svg>
      </button>
      {LANGUAGE_CODES.filter((code) => code !== language).map((code, i) => (
        // By place: the button that was pressed stays, with the keyboard, and offers the next language.
        <button key={i} type="button" class="plain" lang={code} aria-label={`${code.toUpperCase()}: ${localeOf(code).switchTo}`} title={localeOf(code).switchTo} onClick={() => updateView({ language: code })}>
          {code.toUpperCase()}
        </button>
      ))}
      <button type="button" class="plain" title={textOnly ? text.header.withMapHint : text.header.textOnlyHint} onClick={() => chooseTextOnly(!textOnly)}>{textOnly ? text.header.withMap : text.header.textOnly}</button>
      <ShareButton />
    </>
  );
}

function ThemeIcon({ theme }: { theme: (typeof THEMES)[number] }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      {theme === 'dark' ? (
        <path d="M19 14.500A7.500 7.500 0 0 1 9.500 5 7.500 7.500 0 1 0 19 14.500z" />
      ) : (
        <>
          <circle cx="12" cy="12" r="4" class={theme === 'auto' ? undefined : 'filled'} />
          <path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.600 5.600l1.400 1.400M17 17l1.400 1.400M5.600 18.400L7 17M17 7l1.400-1.400" />
        </>
      )}
    </svg>
  );
}

function ShareButton() {
  const { text } = lang.value;
  const said = useSignal<string | null>(null);
  const share = async () => {
    const url = location.href;
    try {
      if (navigator.share && matchMedia('(pointer: coarse)').matches) await navigator.share({ title: text.appTitle, url });
      else {
        await navigator.clipboard.writeText(url);
        said.value = text.header.shared;
      }
    } catch (error) {
      if ((error as Error).name !== 'AbortError') said.value = text.header.shareFailed;
    }
    setTimeout(() => (said.value = null), 4000);
  };
  return (
    <>
      <button type="button" class="primary" onClick={share}>{text.header.share}</button>
      <span class="said" role="status">{said.value}</span>
    </>
  );
}
