import type { OperationId } from "@serviceform/types";

interface Greeting {
  readonly url: string;
  readonly key: string;
  /** The operations without a handler. */
  readonly examples: readonly OperationId[];
  /** `process.platform`. */
  readonly platform: string;
}

/** The text that the command prints when the sandbox listens. */
export function renderGreeting({ url, key, examples, platform }: Greeting): string {
  // In Windows PowerShell, `curl` is another command with other flags.
  const curl = platform === "win32" ? "curl.exe" : "curl";
  const note =
    examples.length > 0 ? `\nResponses from the contract's examples and schemas alone: ${examples.join(", ")}.\n` : "";
  return `The Serviceform sandbox listens on ${url} with the key ${key}. Stop it with Ctrl+C. Try:

  ${curl} -H "sf-api-key: ${key}" ${url}/flex/spaces

  ${url}/           the API reference, to try every operation out
  ${url}/_sandbox   requests, faults and data, live
${note}`;
}
