import { type Document, type Reference, referenceName, resolve, type Schema } from "../../openapi/document.ts";

type Given = Schema | Reference;

/**
 * The schema without a discriminator that cannot select each form: an inline one has no name, and one whose property
 * has an enum without that name matches no value. All forms are tried instead.
 */
export function withoutVainDiscriminator(document: Document, schema: Schema): Schema {
  const { discriminator, ...others } = schema;
  const forms = schema.oneOf ?? schema.anyOf;
  if (discriminator === undefined || !Array.isArray(forms)) return schema;
  const { propertyName, mapping = {} } = discriminator;
  const canSelect = (form: Given): boolean => {
    const name = referenceName(Object(form));
    if (name === undefined) return false;
    const mapped = Object.keys(mapping).filter((text) => mapping[text] === (form as Reference).$ref);
    const values = findEnum(document, form, propertyName);
    return values === undefined || (mapped.length > 0 ? mapped : [name]).some((text) => values.includes(text));
  };
  return forms.every(canSelect) ? schema : others;
}

/** The enum of a property, in any part of a schema. */
function findEnum(document: Document, given: Given, name: string): unknown[] | undefined {
  const { properties = {}, allOf = [] } = resolve<Schema>(document, given);
  const own = Object.hasOwn(properties, name) ? resolve<Schema>(document, properties[name] ?? {}).enum : undefined;
  return own ?? allOf.map((part) => findEnum(document, part, name)).find((values) => values !== undefined);
}
