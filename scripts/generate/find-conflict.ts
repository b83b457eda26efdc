import type { InputParameter } from "./operation.ts";

/** Why two parameters cannot both be sent, as a clause about their operation; undefined if they can. */
export function findConflict(earlier: InputParameter, later: InputParameter): string | undefined {
  if (earlier.name === later.name)
    return `has a ${earlier.in} and a ${later.in} parameter named "${later.name}"; the input object can have one only.`;
  if (earlier.in !== later.in) return undefined;
  // RFC 9110, 5.1: the names of headers are case-insensitive.
  if (later.in === "header" && earlier.name.toLowerCase() === later.name.toLowerCase())
    return `has the header parameters "${earlier.name}" and "${later.name}", which are one header; keep one of them.`;
  if (later.in === "query" && isPropertyOf(earlier, later)) return describeProperty(earlier, later);
  return later.in === "query" && isPropertyOf(later, earlier) ? describeProperty(later, earlier) : undefined;
}

/** Whether a parameter is sent under a name that a property of the other can have. */
function isPropertyOf({ name, style }: InputParameter, other: InputParameter): boolean {
  return style === "deepObject" && other.name.startsWith(`${name}[`);
}

function describeProperty(object: InputParameter, other: InputParameter): string {
  return `has the query parameter "${other.name}", which a server reads as a property of "${object.name}"; rename one of them.`;
}
