export const FIREFOX_INSTALL_COMMAND: string;
export function findFirefox(): string | null;
export function startScreen(): Promise<{ display: string; stop(): void } | null>;
