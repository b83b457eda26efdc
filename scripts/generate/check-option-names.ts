import { toPointer } from "../openapi/pointer.ts";
import type { AddIssue } from "./add-issue.ts";

/** The options of `createClient` that are no credentials. */
export const CLIENT_OPTIONS: ReadonlySet<string> = new Set([
  ...["allowInsecureHttp", "baseUrl", "dangerouslyAllowBrowser", "fetch", "headers", "hooks", "logger"],
  ...["maxConcurrency", "maxResponseBytes", "retries", "timeoutMs", "totalTimeoutMs", "validate", "validators"],
]);

/** Rejects security schemes whose names give no option of their own to `createClient`. */
export function checkOptionNames(namesByOption: ReadonlyMap<string, string>, addIssue: AddIssue): void {
  for (const [option, name] of namesByOption) {
    const reason = whyUnusable(option);
    if (reason === undefined) continue;
    const message = `has the security scheme "${name}", ${reason}; rename it.`;
    addIssue(message, toPointer(["components", "securitySchemes", name]));
  }
}

function whyUnusable(option: string): string | undefined {
  if (!/^[a-z]/.test(option)) return "whose name does not begin with a letter, as that of an option of the client must";
  if (CLIENT_OPTIONS.has(option)) return `which would be "${option}", another option of the client`;
  return option in Object.prototype ? `which would be "${option}", a member of every object` : undefined;
}
