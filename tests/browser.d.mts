export const INSTALL_COMMAND: string;
export function findBrowser(): Promise<{ executablePath: string; args: string[] } | null>;
