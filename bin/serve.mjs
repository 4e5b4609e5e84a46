#!/usr/bin/env node
// Serves a folder of static files: `node bin/serve.mjs [folder] [--port n] [--base /some/path/]`.
import { createReadStream, realpathSync, statSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createGzip } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8', '.geojson': 'application/geo+json; charset=utf-8', '.csv': 'text/csv; charset=utf-8', '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.ico': 'image/x-icon', '.woff2': 'font/woff2', '.woff': 'font/woff', '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};
/** With a hash of its contents in its name a file never changes. */
const HASHED = /^assets\/.*-[\w-]{8}\.\w+$/;
const COMPRESSED = /\.(html|m?js|css|json|geojson|csv|txt|svg|webmanifest)$/;

/** A server of `folder` below `base`; not listening yet. */
export function createStaticServer(folder, base = '/') {
  const root = realpathSync(folder);
  return http.createServer((request, response) => {
    const refuse = (status) => response.writeHead(status, { 'content-type': 'text/plain' }).end(`${status}`);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
    let address, name;
    try {
      address = new URL(request.url, 'http://localhost');
      name = decodeURIComponent(address.pathname);
    } catch {
      return refuse(400);
    }
    // Without the slash, relative paths of the page would begin one folder too high.
    const addSlash = () => response.writeHead(301, { location: `${path.posix.basename(address.pathname)}/${address.search}` }).end();
    if (`${name}/` === base) return addSlash();
    if (!name.startsWith(base)) return refuse(404);
    const inside = (file) => file === root || file.startsWith(root.endsWith(path.sep) ? root : root + path.sep);
    let file = path.join(root, name.slice(base.length));
    if (!inside(file)) return refuse(403);
    let info;
    try {
      info = statSync(file);
      if (info.isDirectory()) {
        if (!name.endsWith('/')) return addSlash();
        info = statSync((file = path.join(file, 'index.html')));
      }
      // A link may lead elsewhere.
      if (!info.isFile() || !inside(realpathSync(file))) return refuse(403);
    } catch {
      return refuse(404);
    }
    const tag = `"${info.size.toString(36)}-${Math.round(info.mtimeMs).toString(36)}"`;
    const headers = { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream', etag: tag, 'cache-control': HASHED.test(name.slice(base.length)) ? 'public, max-age=31536000, immutable' : 'no-cache', 'x-content-type-options': 'nosniff' };
    if (request.headers['if-none-match'] === tag) return response.writeHead(304, headers).end();
    const gzip = COMPRESSED.test(file) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    if (gzip) Object.assign(headers, { 'content-encoding': 'gzip', vary: 'accept-encoding' });
    else headers['content-length'] = info.size;
    response.writeHead(200, headers);
    if (request.method === 'HEAD') return response.end();
    const stream = createReadStream(file).on('error', () => response.destroy());
    return gzip ? stream.pipe(createGzip()).pipe(response) : stream.pipe(response);
  });
}

/** Listens on `port`, or on the next that is free. Resolves to the port taken. */
export function listen(server, port, host = '127.0.0.1') {
  return new Promise((resolve, reject) => {
    const attempt = (wanted, left) => {
      server.once('error', (error) => (error.code === 'EADDRINUSE' && left > 0 ? attempt(wanted + 1, left - 1) : reject(error)));
      server.listen(wanted, host, () => {
        server.removeAllListeners('error');
        resolve(server.address().port);
      });
    };
    attempt(port, 20);
  });
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { port: { type: 'string', default: '4173' }, base: { type: 'string', default: '/' } } });
    const base = `/${values.base.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
    const port = await listen(createStaticServer(positionals[0] ?? 'dist', base), Number(values.port));
    console.log(`Lõm Sóng: http://localhost:${port}${base}`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 2;
  }
}
