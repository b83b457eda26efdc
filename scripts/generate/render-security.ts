import { jsdoc } from "./jsdoc.ts";
import type { Plan } from "./plan.ts";
import { printLiteral } from "./print-literal.ts";
import type { PlanScheme } from "./read-security.ts";

/** The security schemes, and the options of the client that take their credentials. */
export function renderSecurity({ operations, security, apiKeyHeader }: Plan): string {
  const all = [security, ...operations.map((operation) => operation.security ?? [])].flat(2);
  const schemes = apiKeyHeader === undefined ? new Map(all.map((scheme) => [scheme.option, scheme])) : new Map();
  const options = [...schemes.values()].filter(({ option }) => option !== "apiKey").map(renderOption);
  const entries = [...schemes.values()].map(({ option, kind, name }) => [option, { kind, name }]);
  const alternatives = apiKeyHeader === undefined ? security.map((way) => way.map(({ option }) => option)) : [];
  const imports = ["BasicCredentials", "Credential"].filter((name) => options.some((option) => option.includes(name)));
  return `import type { ${[...imports, "SecurityScheme"].join(", ")} } from "../security-scheme.js";

/** The credentials that the contract requires beside \`apiKey\`, by the names of their security schemes. */
export interface OtherCredentials {${options.length === 0 ? "" : `\n${options.join("")}`}}

/** How each credential is sent, unless it is one key in a header for every operation. */
export const securitySchemes: { readonly [option: string]: SecurityScheme } = ${printLiteral(Object.fromEntries(entries), 1)};

/** The default credentials of an operation: those of one of the lists. */
export const security: readonly (readonly string[])[] = ${JSON.stringify(alternatives)};
`;
}

function renderOption({ option, kind, name }: PlanScheme): string {
  const what = {
    header: `The API key for the header \`${name}\`.`,
    query: `The API key for the query parameter \`${name}\`.`,
    bearer: "The bearer token.",
    basic: "The user name and the password.",
  }[kind];
  const type = kind === "basic" ? "Credential<BasicCredentials>" : "Credential<string>";
  return `${jsdoc([`${what} A function is called for each attempt.`], [], "  ")}  readonly ${option}?: ${type} | undefined;\n`;
}
