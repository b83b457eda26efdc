import {
  type Document,
  type Reference,
  referenceName,
  resolve,
  type Schema,
  targetName,
} from "../../openapi/document.ts";

type Given = Schema | Reference;

/**
 * The schema without a discriminator that cannot select each form: an inline one has no name, one whose property has an
 * enum without that name matches no value, and a number is no name. All forms are tried instead.
 */
export function withoutVainDiscriminator(document: Document, schema: Schema): Schema {
  const { discriminator, ...others } = schema;
  const forms = schema.oneOf ?? schema.anyOf;
  if (discriminator === undefined || !Array.isArray(forms)) return schema;
  const { propertyName, mapping = {} } = discriminator;
  const canSelect = (form: Given): boolean => {
    const name = referenceName(Object(form));
    if (name === undefined) return false;
    const target = targetName(document, form);
    const mapped = Object.keys(mapping).filter(
      (text) => targetName(document, { $ref: mapping[text] ?? "" }) === target,
    );
    const { type = "string", enum: values } = findProperty(document, form, propertyName) ?? {};
    if (type !== "string") return false;
    return values === undefined || (mapped.length > 0 ? mapped : [name]).some((text) => values.includes(text));
  };
  return forms.every(canSelect) ? schema : others;
}

/** The type and the enum of a property, in any part of a schema. */
export function findProperty(
  document: Document,
  given: Given,
  name: string,
): Pick<Schema, "type" | "enum"> | undefined {
  const { properties = {}, allOf = [] } = resolve<Schema>(document, given);
  const own = Object.hasOwn(properties, name) ? resolve<Schema>(document, properties[name] ?? {}) : undefined;
  const inParts = allOf.map((part) => findProperty(document, part, name));
  const all = [own, ...inParts].filter((property) => property !== undefined);
  return all.find((property) => property.enum !== undefined) ?? all[0];
}
