import { matchPath, type Operation, type OperationMatch, operationTable, serverUrl } from "@serviceform/types";

/** The paths of the servers of the contract, which can precede the path of an operation. */
const serverPaths = readServerPaths(Object.values(operationTable));

function readServerPaths(operations: readonly Operation[]): string[] {
  const urls = [serverUrl, ...operations.flatMap((operation) => operation.serverUrl ?? [])];
  const paths = urls.map((url) => new URL(url).pathname.replace(/\/$/, ""));
  return [...new Set(paths)].filter((path) => path !== "");
}

/** Finds the operations at the path of a URL, with or without the path of a server before it. */
export function findOperations(pathname: string): OperationMatch[] {
  for (const path of serverPaths) {
    const matches = pathname.startsWith(`${path}/`) ? matchPath(pathname.slice(path.length)) : [];
    if (matches.length > 0) return matches;
  }
  return matchPath(pathname);
}
