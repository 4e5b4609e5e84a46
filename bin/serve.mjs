#!/usr/bin/env node
// Serves a folder of static files: `node bin/serve.mjs [folder] [--port n] [--base /some/path/]`.
import { createReadStream, realpathSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8', '.geojson': 'application/geo+json; charset=utf-8', '.csv': 'text/csv; charset=utf-8', '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.ico': 'image/x-icon', '.woff2': 'font/woff2', '.woff': 'font/woff', '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};
/** Names that the build gives by content: what they hold never changes. */
const HASHED = /\/assets\/[^/]+-[\w-]{8}\.\w+$/;
/** As small as they get: each file is compressed once and kept. */
const COMPRESSORS = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: 9 }),
};
const COMPRESSED = /\.(html|m?js|css|json|geojson|csv|txt|svg|webmanifest)$/;

/**
 * A server of `folder` below `base`; not listening yet.
 * @param encodings that it may answer in, the best first; what the browser accepts decides
 */
export function createStaticServer(folder, base = '/', encodings = ['br', 'gzip']) {
  const root = realpathSync(folder);
  /** Compressed files by name, with the tag of what was compressed. */
  const kept = new Map();
  const compressed = (file, tag, encoding) => {
    const key = `${encoding} ${file}`;
    let entry = kept.get(key);
    if (entry?.tag !== tag) {
      entry = { tag, bytes: readFile(file).then(COMPRESSORS[encoding]) };
      entry.bytes.catch(() => kept.delete(key));
      kept.set(key, entry);
    }
    return entry.bytes;
  };
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
    const headers = { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream', etag: tag, 'cache-control': HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache', 'x-content-type-options': 'nosniff' };
    if (request.headers['if-none-match'] === tag) return response.writeHead(304, headers).end();
    const send = (length) => {
      response.writeHead(200, { ...headers, 'content-length': length });
      return request.method !== 'HEAD';
    };
    if (COMPRESSED.test(file)) headers.vary = 'accept-encoding';
    const encoding = COMPRESSED.test(file) && encodings.find((name) => accepts(request.headers['accept-encoding'] ?? '', name));
    if (encoding) {
      headers['content-encoding'] = encoding;
      return compressed(file, tag, encoding).then((bytes) => (send(bytes.length) ? response.end(bytes) : response.end()), () => response.destroy());
    }
    if (!send(info.size)) return response.end();
    return createReadStream(file).on('error', () => response.destroy()).pipe(response);
  });
}

/** Whether a header of accepted encodings names one, other than to refuse it. */
function accepts(header, encoding) {
  return header.split(',').some((part) => {
    const [name, quality] = part.trim().split(/\s*;\s*q=/i);
    return name.toLowerCase() === encoding && Number(quality ?? 1) > 0;
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
