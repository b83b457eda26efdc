import type { Reference, Schema } from "../openapi/document.ts";

/** Stands for a percent sign: a noncharacter, which no text has. */
const MASK = "\uFDD0";

/**
 * The schema with other percent signs in the names of its properties: openapi-typescript decodes these as parts of a URI,
 * at which it fails for a name such as `100%`.
 */
export function maskPercent(schema: Schema | Reference): Schema | Reference {
  const { properties = {}, required = [], discriminator } = schema as Schema; // A reference has none of them.
  const { propertyName = "" } = discriminator ?? {};
  if (![...Object.keys(properties), ...required, propertyName].some((name) => name.includes("%"))) return schema;
  const entries = Object.entries(properties).map(([name, property]) => [mask(name), property] as const);
  return {
    ...schema,
    ...(entries.length > 0 && { properties: Object.fromEntries(entries) }),
    ...(required.length > 0 && { required: required.map(mask) }),
    ...(discriminator && { discriminator: { ...discriminator, propertyName: mask(propertyName) } }),
  };
}

/** The generated text with the original names. */
export function unmaskPercent(text: string): string {
  return text.replaceAll(/\uFDD0|\\uFDD0/g, "%");
}

function mask(name: string): string {
  return name.replaceAll("%", MASK);
}
