/** The security schemes of a contract, by name. */
export type SecuritySchemes = Readonly<Record<string, SecurityScheme>>;

interface SecurityScheme {
  readonly type?: string;
  readonly scheme?: string;
  readonly flows?: Readonly<Record<string, object>>;
}

/** The `authentication` of the API reference: the sandbox's key in every security scheme, and the first one selected. */
export function authenticationWith(apiKey: string, schemes: SecuritySchemes): object {
  const entries = Object.entries(schemes).map(([name, scheme]) => [name, credentialOf(apiKey, scheme)]);
  const [preferredSecurityScheme] = Object.keys(schemes);
  return { preferredSecurityScheme, securitySchemes: Object.fromEntries(entries) };
}

/** The sandbox takes its key as a token, and as a password with any username. */
function credentialOf(apiKey: string, { type, scheme = "", flows = {} }: SecurityScheme): object {
  if (type === "apiKey") return { value: apiKey };
  if (type === "http" && scheme.toLowerCase() === "basic") return { username: "sandbox", password: apiKey };
  const tokens = Object.keys(flows).map((flow) => [flow, { token: apiKey }]);
  return { token: apiKey, ...(tokens.length > 0 && { flows: Object.fromEntries(tokens) }) };
}
