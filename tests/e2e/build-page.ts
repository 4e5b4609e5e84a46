import { build, type InlineConfig } from 'vite';

/** Builds the page as `npm run build` does: under the test runner's own NODE_ENV it would become a page for development, with names of source files in it. */
export async function buildPage(config: InlineConfig = {}): Promise<void> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await build({ logLevel: 'error', ...config });
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}
