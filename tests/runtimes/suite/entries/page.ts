import { runSuite } from "../run-suite.ts";

const control = new URLSearchParams(location.search).get("control") ?? "";

await runSuite({ control, isPage: true, print, servers: {} });

/** Sends console output to the driver of the browser. */
function print(value: unknown): string {
  console.log(value);
  return value instanceof Error ? `${value.message}${value.stack}` : String(value);
}
