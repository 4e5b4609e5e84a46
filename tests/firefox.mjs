// Finds Debian's stock Firefox for browser tests, or says the one command that installs it; and a screen for it, since Firefox has no WebGL without one.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PLACES = [
  process.env.FIREFOX_PATH,
  '/usr/bin/firefox-esr', '/usr/bin/firefox', '/snap/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)'].map((name) => process.env[name] && `${process.env[name]}\\Mozilla Firefox\\firefox.exe`),
];

export const FIREFOX_INSTALL_COMMAND = process.platform === 'linux' ? 'sudo apt-get install -y firefox-esr xvfb' : 'install Firefox ESR from your system’s packages, or name it in FIREFOX_PATH';

/** Path of an installed Firefox, or null. */
export function findFirefox() {
  return PLACES.find((place) => place && existsSync(place)) ?? null;
}

/** A screen of its own that nobody sees; null where there is no Xvfb: then Firefox runs without a screen and without WebGL. */
export async function startScreen() {
  if (spawnSync('Xvfb', ['-help'], { stdio: 'ignore' }).error) return null;
  // Xvfb looks for a free number itself and tells it.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const display = await new Promise((resolve, reject) => {
    server.stdio[3].once('data', (data) => resolve(`:${String(data).trim()}`));
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
  });
  return { display, stop: () => server.kill() };
}
