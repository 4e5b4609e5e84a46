// `npm test`: unit, law and golden tests, then the browser tests. The last line says how many passed and failed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { findBrowser, INSTALL_COMMAND } from './browser.mjs';
import { FIREFOX_INSTALL_COMMAND, findFirefox } from './firefox.mjs';

const folder = '.cache/test-results';
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

/** Runs one configuration of vitest; a crash without results counts as one failure. */
function run(name, ...args) {
  const file = `${folder}/${name}.json`;
  const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args], { stdio: 'inherit' });
  try {
    const { numPassedTests, numFailedTests, numTotalTests, testResults } = JSON.parse(readFileSync(file, 'utf8'));
    const brokenFiles = testResults.filter((r) => r.status === 'failed' && r.assertionResults.every((a) => a.status !== 'failed')).length;
    const failed = numFailedTests + brokenFiles;
    return { passed: numPassedTests, failed: failed === 0 && (status !== 0 || numTotalTests === 0) ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const results = [run('unit')];
const missing = [];
if (await findBrowser()) {
  // The tests in Firefox are among the browser tests; without one they fail, each with the command that installs it.
  results.push(run('browser', '--config', 'vitest.e2e.config.ts'));
} else {
  missing.push(`Browser tests need a Chromium, and none was found. Install one: ${INSTALL_COMMAND}`);
  results.push({ passed: 0, failed: 1 });
}
if (!findFirefox()) missing.push(`Browser tests need a Firefox too, and none was found. Install one: ${FIREFOX_INSTALL_COMMAND}`);
const passed = results.reduce((sum, r) => sum + r.passed, 0);
const failed = results.reduce((sum, r) => sum + r.failed, 0);
for (const sentence of missing) console.error(sentence);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
