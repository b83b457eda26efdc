import { objectsIn } from "./objects-in.ts";

/** Every reference in a value, and what discriminators map to, by reference or by name. */
export function referencesIn(value: unknown): string[] {
  return [...objectsIn(value)].flatMap((one) => {
    const { $ref, discriminator } = one as { $ref?: unknown; discriminator?: unknown };
    return [...(typeof $ref === "string" ? [$ref] : []), ...mappedBy(discriminator)];
  });
}

function mappedBy(discriminator: unknown): string[] {
  const targets = Object.values(Object(Object(discriminator).mapping)).filter((one) => typeof one === "string");
  return targets.flatMap((one) => (/^[^#/]+$/.test(one) ? [one, `#/components/schemas/${one}`] : [one]));
}
