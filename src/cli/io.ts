/** What the command needs from its surroundings; tests give their own. */
export interface Io {
  stdout(output: string | Uint8Array): void;
  stderr(line: string): void;
  /** A file the user named. Throws where it cannot be read. */
  readFile(path: string): Uint8Array;
  /** Replaces the file in one step. Throws where it cannot be written. */
  writeFile(path: string, output: string | Uint8Array): void;
  /** A file of the bundled data, by its name in `public/data`. */
  readBundled(name: string): string;
  /** Makes a folder, and those above it, where there is none. Throws where it cannot. */
  makeFolder(path: string): void;
  /** The date here and now, as ISO. */
  today(): string;
  version: string;
}

export const EXIT = { fine: 0, dataErrors: 1, wrongUsage: 2 } as const;
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** Wrong usage: the message is for the user, the exit status 2. */
export class UsageError extends Error {}
