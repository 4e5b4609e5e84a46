/** Text that stands in the page's markup and in its manifest: of the languages' files, put in whenever the page is built or served for development. */
import type { Plugin } from 'vite';
import { everyLanguage } from './page-module.ts';

const MANIFEST_FILE = 'manifest.webmanifest';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** `index.html` with its text, until the page itself is up in the first language. */
export async function withText(html: string): Promise<string> {
  const { FIRST_LANGUAGE, LANGUAGE_CODES, language } = await everyLanguage();
  const { page, start } = language(FIRST_LANGUAGE);
  // For readers of whom nothing is known yet.
  const noScript = LANGUAGE_CODES.map((code) => `<p lang="${code}">${escaped(language(code).start.noScript)}</p>`).join('');
  return html
    .replace('<html>', `<html lang="${FIRST_LANGUAGE}">`)
    .replace('<title>', () => `<title>${escaped(page.appTitle)}`)
    .replace('name="description" content="', (tag) => tag + escaped(start.about))
    .replace('<noscript>', (tag) => tag + noScript);
}

export async function manifest(): Promise<string> {
  const { FIRST_LANGUAGE, language } = await everyLanguage();
  const { page, start } = language(FIRST_LANGUAGE);
  const icon = (src: string, sizes: string, type: string) => ({ src, sizes, type });
  return JSON.stringify({
    name: page.appTitle, short_name: page.appName, description: start.about, lang: FIRST_LANGUAGE, dir: 'ltr',
    start_url: './', scope: './', display: 'standalone', background_color: '#ffffff', theme_color: '#0b5c6b', categories: ['government', 'utilities'],
    icons: [
      icon('icon-192.png', '192x192', 'image/png'), icon('icon-maskable-512.png', '512x512', 'image/png'),
      { ...icon('icon-maskable-512.png', '512x512', 'image/png'), purpose: 'maskable' }, icon('icon.svg', 'any', 'image/svg+xml'),
    ],
  }, null, 2);
}

export function pageText(): Plugin {
  return {
    name: 'page-text',
    // After the bundler has looked for the files that the markup names: the manifest is none of them.
    transformIndexHtml: { order: 'post', handler: async (html) => ({ html: await withText(html), tags: [{ tag: 'link', attrs: { rel: 'manifest', href: `./${MANIFEST_FILE}` }, injectTo: 'head' }] }) },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (!request.url?.split('?')[0]!.endsWith(`/${MANIFEST_FILE}`)) return next();
        manifest().then((text) => response.setHeader('content-type', 'application/manifest+json').end(text), next);
      });
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: MANIFEST_FILE, source: await manifest() });
    },
  };
}
