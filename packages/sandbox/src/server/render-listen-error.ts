/** Below it, most systems let only an administrator listen. */
const FIRST_FREE_PORT = 1024;

/** The reason why a server cannot listen, as a sentence. */
export function renderListenError({ code, message }: NodeJS.ErrnoException, port: number, host: string): string {
  switch (code) {
    case "EADDRINUSE":
      return `Port ${port} is in use. Choose another one, or 0 for any that is free.`;
    case "EACCES":
      if (port < FIRST_FREE_PORT) return `Port ${port} requires more permissions. Choose one from ${FIRST_FREE_PORT}.`;
      // Windows reserves ranges of ports for virtual machines and containers.
      return `Port ${port} is reserved by the system. Choose another one, or 0 for any that is free.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `This machine has no address ${host}.`;
    default:
      return `The sandbox cannot listen on ${host}:${port}: ${message}.`;
  }
}
