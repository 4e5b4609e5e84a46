// Finds a Chromium for browser tests: an installed one, else one shipped through npm, else says the one command that installs it.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

const PLACES = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name] && `${process.env[name]}\\Google\\Chrome\\Application\\chrome.exe`),
];

const FLAGS = [
  '--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--disable-quic', '--no-first-run',
];

export const INSTALL_COMMAND =
  process.platform === 'linux' ? 'sudo apt-get install -y chromium' : 'npm install --no-save @sparticuz/chromium@147.0.2';

/** Path and flags of a browser, or null. */
export async function findBrowser() {
  const installed = PLACES.find((place) => place && existsSync(place));
  if (installed) return { executablePath: installed, args: FLAGS };
  try {
    const require = createRequire(import.meta.url);
    const { default: chromium } = await import(require.resolve('@sparticuz/chromium'));
    return { executablePath: await chromium.executablePath(), args: [...new Set([...chromium.args, ...FLAGS])] };
  } catch {
    return null;
  }
}
