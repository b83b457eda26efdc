/** Every reference in a value, and what discriminators map to, by reference or by name. */
export function referencesIn(value: unknown): string[] {
  const found: string[] = [];
  const seen = new Set<object>();
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null || seen.has(node)) return;
    seen.add(node);
    for (const [key, inner] of Object.entries(node)) {
      if (key === "$ref" && typeof inner === "string") found.push(inner);
      if (key === "discriminator") found.push(...mappedBy(inner));
      visit(inner);
    }
  };
  visit(value);
  return found;
}

function mappedBy(discriminator: unknown): string[] {
  const targets = Object.values(Object(Object(discriminator).mapping)).filter((one) => typeof one === "string");
  return targets.flatMap((one) => (/^[^#/]+$/.test(one) ? [one, `#/components/schemas/${one}`] : [one]));
}
