import { type Operation, usesShadows, usesStyles } from "@serviceform/types";
import { InvalidInput, invalidInput } from "../errors/invalid-input.js";
import { encodeValue } from "./encode-value.js";
import { readSeparable, styleOf } from "./serialize-styled.js";

/**
 * Creates the function that fills in a path so that each value is exactly one segment. It throws `InvalidInput` for a
 * value that would change the path.
 */
export function createPathSerializer(
  template: string,
  operation: Pick<Operation, "shadow" | "styles">,
  baseUrl = "",
): (values: Readonly<Record<string, unknown>>) => string {
  // The parts with an odd index are parameter names.
  const parts = template.split(/[{}]/);
  return (values) => {
    const append = (path: string, part: string, index: number): string =>
      path + (index % 2 ? serializeSegment(operation, part, values[part]) : part);
    const path = parts.reduce(append, "");
    if (usesShadows && operation.shadow !== undefined)
      assertOwnPath(path.slice(baseUrl.length), operation.shadow, parts.at(-2) ?? "");
    return path;
  };
}

/** @param key the last path value */
function assertOwnPath(path: string, shadow: string, key: string): void {
  // Servers may treat `%3A` as the colon, which a path can also contain unencoded.
  const plain = path.replaceAll(/%(?:2[46BC]|3[ABD]|40)/g, decodeURIComponent);
  if (!new RegExp(shadow).test(plain)) return;
  throw new InvalidInput("unsafe_path_value", key, `${key} must not make the path of another operation`);
}

function serializeSegment(operation: Pick<Operation, "styles">, key: string, value: unknown): string {
  if (usesStyles && styleOf(operation, key)) return encodeList(key, value);
  const text = encodeText(key, value);
  // Servers and proxies resolve dot segments, even encoded ones: the request would reach another path.
  if (/^(\.|%2e){0,2}$/i.test(String(value))) {
    throw new InvalidInput("unsafe_path_value", key, `${key} must not be empty or a dot segment`);
  }
  return text;
}

function encodeText(key: string, value: unknown): string {
  const text = typeof value === "boolean" ? undefined : encodeValue(key, value);
  if (text !== undefined) return text;
  throw invalidInput(key, "must be a well-formed string or a finite number other than -0");
}

/** An array in one segment. A server may split it after decoding, so no element may contain a comma. */
function encodeList(key: string, value: unknown): string {
  const elements = readSeparable(key, value, ",");
  if (elements.length === 1) return serializeSegment({}, key, elements[0]);
  return elements.map((element) => encodeText(key, element)).join(",");
}
