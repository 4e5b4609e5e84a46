/** A line between a browser and a server on this machine that carries only so many bytes a second, all connections together. */
import { connect, createServer, type Socket } from 'node:net';

const TICK_MS = 20;

export function slowLineTo(port: number, bytesPerSecond: number): { port: Promise<number>; close(): void } {
  /** What the server has sent and the line has not carried yet. */
  const waiting: { to: Socket; bytes: Buffer }[] = [];
  const timer = setInterval(() => {
    let room = (bytesPerSecond * TICK_MS) / 1000;
    while (room > 0 && waiting.length > 0) {
      const first = waiting[0]!;
      const part = first.bytes.subarray(0, room);
      first.to.write(part);
      room -= part.length;
      first.bytes = first.bytes.subarray(part.length);
      if (first.bytes.length === 0) waiting.shift();
    }
  }, TICK_MS);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      // A page that is closed leaves in the middle of what it asked for.
      socket.on('error', () => {});
    }
    near.pipe(far);
    far.on('data', (bytes) => waiting.push({ to: near, bytes }));
  });
  return {
    port: new Promise((resolve) => { server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)); }),
    close() {
      clearInterval(timer);
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
