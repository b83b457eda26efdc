import type { OperationId } from "@serviceform/types";
import {
  type RequiredCredential,
  requiredCredentials,
  withQueryCredentials,
} from "../../../contract/required-credentials.js";
import { quote } from "./quote.js";

/** The comment on the key that the client reads from the environment; "" where it needs none. */
export function renderKeyComment(id: OperationId): string {
  const readsKey = requiredCredentials(id).some(({ option }) => option === "apiKey");
  return readsKey ? "// The key comes from SERVICEFORM_API_KEY.\n" : "";
}

/** The options of a client for an operation: the base URL, and the credentials that it does not read by itself. */
export function renderOptions(id: OperationId, baseUrl: string): string {
  const others = requiredCredentials(id).filter(({ option }) => option !== "apiKey");
  const entries = others.map((credential) => `${credential.option}: ${renderOption(credential)}`);
  return `{ ${[`baseUrl: ${JSON.stringify(baseUrl)}`, ...entries].join(", ")} }`;
}

function renderOption({ option, kind }: RequiredCredential): string {
  const variable = `process.env.${variableOf(option)}`;
  if (kind !== "basic") return variable;
  return `{ username: ${variable}_USERNAME ?? "", password: ${variable}_PASSWORD ?? "" }`;
}

/** The arguments of curl for a URL and the credentials from the environment, which a POSIX shell inserts. */
export function renderCurlTarget(id: OperationId | undefined, url: string): string[] {
  const required = requiredCredentials(id);
  const withQuery = withQueryCredentials(url, required, ({ option }) => `$${variableOf(option)}`);
  const query = withQuery.slice(url.length);
  return [quote(url) + (query && `"${query}"`), ...required.flatMap(renderArgument)];
}

function renderArgument({ option, kind, name }: RequiredCredential): string[] {
  const variable = `$${variableOf(option)}`;
  switch (kind) {
    case "query":
      return [];
    case "header":
      return [`-H "${name}: ${variable}"`];
    case "bearer":
      return [`-H "${name}: Bearer ${variable}"`];
    case "basic":
      return [`-u "${variable}_USERNAME:${variable}_PASSWORD"`];
    default:
      throw kind satisfies never;
  }
}

/** The environment variable of a credential, such as `SERVICEFORM_API_KEY` for `apiKey`. */
function variableOf(option: string): string {
  const words = option.replace(/(?<=[a-z\d])(?=[A-Z])/g, "_").replace(/[^A-Za-z\d]/g, "_");
  return `SERVICEFORM_${words.toUpperCase()}`;
}
