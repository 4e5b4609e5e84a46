import type { Server } from 'node:http';

export function createStaticServer(folder: string, base?: string, encodings?: ('br' | 'gzip')[]): Server;
export function listen(server: Server, port: number, host?: string): Promise<number>;
