import { ConfigurationError } from "@serviceform/client";

/** The error for a connection that a mirror cannot use; `rule` completes `connectionString must …`. */
export function invalidConnection(rule: string): ConfigurationError {
  const details = { param: "connectionString", code: "invalid_option" };
  return new ConfigurationError(`connectionString ${rule}`, {}, details);
}
