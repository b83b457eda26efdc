import { type Document, type Reference, referenceName, resolve, type Schema, targetName } from "../openapi/document.ts";
import { mapSchemas } from "./prepare/map-schemas.ts";

type Given = Schema | Reference;

/** Values of a property; undefined if they are not those of the schema everywhere, as where no discriminator selects it. */
type Texts = ReadonlySet<string> | undefined;
/** By the name of a schema, the values of each property by which discriminators select it. */
type Selected = ReadonlyMap<string, Map<string, Texts>>;

/**
 * The document without discriminators, in which each schema that one selects has the texts as an enum of its property, or
 * else the forms of the union have. openapi-typescript would do so for one discriminator of a schema alone, and for any
 * schema with it in `allOf`.
 */
export function typeDiscriminators(document: Document): Document {
  const selected = readSelected(document);
  if (selected.size === 0) return document;
  addInherited(document, selected);
  const { components, ...others } = mapSchemas(document, (given) => withoutDiscriminator(document, given, selected));
  const schemas = Object.entries(components?.schemas ?? {}).map(([name, schema]) => {
    const properties = [...(selected.get(name) ?? [])];
    return [name, properties.reduce((typed, [property, texts]) => addEnum(typed, property, texts), schema)] as const;
  });
  return { ...others, components: { ...components, schemas: Object.fromEntries(schemas) } };
}

function withoutDiscriminator(document: Document, given: Given, selected: Selected): Given {
  const { discriminator, ...others } = given as Schema; // A reference has none.
  if (discriminator === undefined) return given;
  const { propertyName, mapping = {} } = discriminator;
  const typeForm = (form: Given): Given => {
    const isAmbiguous = selected.get(targetName(document, form) ?? "")?.get(propertyName) === undefined;
    const texts = textsOf(document, mapping, form);
    return isAmbiguous ? { allOf: [form, ownerOf(propertyName, texts)] } : form;
  };
  const { oneOf, anyOf } = others;
  return { ...others, ...(oneOf && { oneOf: oneOf.map(typeForm) }), ...(anyOf && { anyOf: anyOf.map(typeForm) }) };
}

/** The texts that select a schema: those that are mapped to it, by whatever name, else its name. */
function textsOf(document: Document, mapping: Readonly<Record<string, string>>, form: Given): ReadonlySet<string> {
  const target = targetName(document, form);
  const own = Object.keys(mapping).filter((text) => targetName(document, { $ref: mapping[text] ?? "" }) === target);
  return new Set(own.length > 0 ? own : [referenceName(form) ?? ""]);
}

/** An object of which one property has one of the texts. */
function ownerOf(name: string, texts: ReadonlySet<string>): Schema {
  return { type: "object", required: [name], properties: { [name]: { type: "string", enum: [...texts] } } };
}

function readSelected(document: Document): Selected {
  const selected = new Map<string, Map<string, Texts>>();
  const formsOfUnions = new Set<Given>();
  /** The schemas that something else refers to than a union, and those that one describes without forms. */
  const [elsewhere, children] = [new Set<string>(), new Set<string>()];
  mapSchemas(document, (given) => {
    const { discriminator, oneOf, anyOf } = given as Schema; // A reference has none of them.
    if ("$ref" in given && !formsOfUnions.has(given)) elsewhere.add(targetName(document, given) ?? "");
    if (discriminator === undefined) return given;
    const { propertyName, mapping = {} } = discriminator;
    const forms = oneOf ?? anyOf;
    for (const form of forms ?? []) formsOfUnions.add(form);
    for (const form of [...(forms ?? []), ...Object.values(mapping).map(($ref) => ({ $ref }))]) {
      const target = targetName(document, form);
      if (target === undefined) continue;
      if (forms === undefined) children.add(target);
      const properties = selected.get(target) ?? new Map<string, Texts>();
      const texts = textsOf(document, mapping, form);
      const isKnown = properties.has(propertyName) && !isEqual(properties.get(propertyName), texts);
      selected.set(target, properties.set(propertyName, isKnown ? undefined : texts));
    }
    return given;
  });
  for (const [name, properties] of selected)
    if (elsewhere.has(name) && !children.has(name)) for (const key of properties.keys()) properties.set(key, undefined);
  return selected;
}

function isEqual(one: Texts, other: ReadonlySet<string>): boolean {
  return one !== undefined && one.size === other.size && [...other].every((text) => one.has(text));
}

/** A value of a schema is also one of the schemas in its `allOf`, which thus have its texts, too. */
function addInherited(document: Document, selected: Selected): void {
  for (const [name, properties] of selected) {
    const ancestors = new Set<string>([name]);
    for (const ancestor of ancestors) {
      const { allOf = [] } = resolve<Schema>(document, document.components?.schemas?.[ancestor] ?? {});
      for (const part of allOf) ancestors.add(targetName(document, part) ?? ancestor);
      const inherited = selected.get(ancestor);
      for (const [property, texts] of ancestor === name ? [] : properties) {
        const own = inherited?.get(property);
        if (own !== undefined) inherited?.set(property, texts && new Set([...own, ...texts]));
      }
    }
  }
}

/** An object with the texts as the values of a required property; any other schema is unchanged. */
function addEnum(schema: Schema, name: string, texts: Texts): Schema {
  if (texts === undefined) return schema;
  const { type, properties, required = [], allOf } = schema;
  if (allOf !== undefined) return { ...schema, allOf: [...allOf, ownerOf(name, texts)] };
  if (type !== "object" && properties === undefined) return schema;
  const { description } = (properties?.[name] ?? {}) as Schema; // A reference has none.
  const text = { type: "string", enum: [...texts] };
  return {
    ...schema,
    required: [...new Set([...required, name])],
    properties: { ...properties, [name]: { ...(description !== undefined && { description }), ...text } },
  };
}
