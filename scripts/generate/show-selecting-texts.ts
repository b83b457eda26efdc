import { type Document, targetName } from "../openapi/document.ts";
import type { PlanSchema } from "./operation.ts";

/** A property, and its value in one schema. */
type Selection = readonly [property: string, text: string];

/**
 * The schemas with the text by which the discriminator of a parent selects each as the example of its property: the types
 * have it as the only value, but a discriminator without forms does not restrict values.
 */
export function showSelectingTexts(
  document: Document,
  schemas: Readonly<Record<string, PlanSchema>>,
): Record<string, PlanSchema> {
  const selections = readSelections(document);
  const entries = Object.entries(schemas).map(([name, schema]) => {
    const [property, text] = selections.get(name) ?? [];
    const { allOf } = schema;
    if (property === undefined || !Array.isArray(allOf)) return [name, schema] as const;
    // Of two examples the first counts, and a parent can have its own.
    return [name, { ...schema, allOf: [{ properties: { [property]: { example: text } } }, ...allOf] }] as const;
  });
  return Object.fromEntries(entries);
}

function readSelections(document: Document): Map<string, Selection> {
  const selections = new Map<string, Selection>();
  for (const given of Object.values(document.components?.schemas ?? {})) {
    if (!("discriminator" in given) || given.discriminator === undefined || given.oneOf || given.anyOf) continue;
    const { propertyName, mapping = {} } = given.discriminator;
    for (const [text, $ref] of Object.entries(mapping)) {
      const name = targetName(document, { $ref });
      if (name !== undefined && !selections.has(name)) selections.set(name, [propertyName, text]);
    }
  }
  return selections;
}
