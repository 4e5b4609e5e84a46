/** Builds the page once and serves it from a sub-path, as a static host might. */
import { build } from 'vite';
import type { TestProject } from 'vitest/node';
import { createStaticServer, listen } from '../../bin/serve.mjs';

export default async function setup(project: TestProject): Promise<() => void> {
  await build({ logLevel: 'error' });
  const server = createStaticServer('dist', '/some/sub/path/');
  const port = await listen(server, 4300);
  project.provide('address', `http://localhost:${port}/some/sub/path/`);
  return () => server.close();
}

declare module 'vitest' {
  export interface ProvidedContext {
    address: string;
  }
}
