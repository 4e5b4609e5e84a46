/** public/icon.svg → the PNG icons that installing the page needs. Drawn by the Chromium of the browser tests: `npm run data:icons`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { findBrowser } from '../tests/browser.mjs';

/** `full`: the ground fills the square and the sign keeps to its middle, for systems that cut their own shape (safe within a circle of 80 %). */
const ICONS = [
  { file: 'icon-192.png', px: 192, full: false },
  { file: 'icon-maskable-512.png', px: 512, full: true },
  { file: 'apple-touch-icon.png', px: 180, full: true },
] as const;

const svg = readFileSync(new URL('../public/icon.svg', import.meta.url), 'utf8');
// A larger view box around the sign, and a ground without corners.
const full = svg.replace('viewBox="0 0 32 32"', 'viewBox="-5 -5 42 42"').replace(/<rect [^>]*fill="([^"]+)"\/>/, '<rect x="-5" y="-5" width="42" height="42" fill="$1"/>');

const found = await findBrowser();
if (!found) throw new Error('No Chromium found.');
const browser = await chromium.launch(found);
for (const icon of ICONS) {
  const page = await browser.newPage({ viewport: { width: icon.px, height: icon.px } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${icon.full ? full : svg}`);
  writeFileSync(new URL(`../public/${icon.file}`, import.meta.url), await page.screenshot({ omitBackground: true }));
}
await browser.close();
