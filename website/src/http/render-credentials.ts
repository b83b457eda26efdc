import { apiKeyHeader, type Operation, security, securitySchemes, usesSecuritySchemes } from "@serviceform/types";

/** The flags of curl for the credentials of an operation, which are in variables of the environment. */
export function renderCredentials(operation: Operation): readonly string[] {
  if (!usesSecuritySchemes) return [`-H "${apiKeyHeader}: $SERVICEFORM_API_KEY"`];
  const [options = []] = operation.security ?? security;
  return options.map((option) => {
    const { kind, name } = securitySchemes[option] ?? { kind: "header", name: option };
    const variable = `$SERVICEFORM_${option.replaceAll(/(?<=[a-z])(?=[A-Z])/g, "_").toUpperCase()}`;
    switch (kind) {
      case "basic":
        return `-u "${variable}"`;
      case "query":
        return `--url-query "${name}=${variable}"`;
      case "bearer":
        return `-H "${name}: Bearer ${variable}"`;
      default:
        return `-H "${name}: ${variable}"`;
    }
  });
}
