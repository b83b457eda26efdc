import { type Document, type Reference, referenceName, type Schema, targetName } from "../openapi/document.ts";

/** The texts of a discriminator with forms, and the form that each selects: by its mapping, or else by its name. */
export function mappingOf(
  document: Document,
  { discriminator, oneOf, anyOf }: Schema,
): (readonly [text: string, form: Reference])[] {
  const mapped = Object.entries(discriminator?.mapping ?? {}).map(([text, $ref]) => [text, { $ref }] as const);
  const explicit = new Set(mapped.map(([, form]) => targetName(document, form)));
  const implicit = (oneOf ?? anyOf ?? []).flatMap((form) => {
    const name = referenceName(form);
    if (name === undefined || explicit.has(targetName(document, form))) return [];
    return [[name, form as Reference] as const]; // Only a reference has a name.
  });
  return [...mapped, ...implicit];
}
