import { answeredSchemas } from "../openapi/answered-schemas.ts";
import { type Document, type Reference, resolve, type Schema } from "../openapi/document.ts";
import type { Fact } from "./fact.ts";
import { access, key, typeText } from "./type-text.ts";

/** A caller who imports each schema, reads each field and builds values of it, as tests do. */
export function schemaFacts(document: Document, named: boolean): Fact[] {
  const answered = answeredSchemas(document);
  return Object.entries(document.components?.schemas ?? {}).flatMap(([name, given]) => {
    const indexed = `components["schemas"][${JSON.stringify(name)}]`;
    const code = named ? `import type { ${name} } from "./schemas.js";` : `type ${name} = ${indexed};`;
    const schema = resolve<Schema>(document, given);
    return [
      { subject: name, does: `Importing \`${name}\``, code },
      { subject: name, does: `Using \`${indexed}\``, code: `(): ${indexed} => some()` },
      ...(answered.has(name) ? readFacts(document, name, schema) : []),
      ...makeFacts(name, schema),
    ];
  });
}

function readFacts(document: Document, name: string, schema: Schema): Fact[] {
  const { properties = {}, required = [], additionalProperties = false } = schema;
  const facts = Object.entries(properties).flatMap(([field, given]) => {
    const subject = `${name}.${field}`;
    const type = `${typeText(given)}${required.includes(field) ? "" : " | undefined"}`;
    const read = `value${access(field)}`;
    return [
      ...compareFacts(subject, name, read, resolve<Schema>(document, given)),
      { subject, does: `Reading \`${subject}\``, code: `(value: ${name}): ${type} => ${read}` },
    ];
  });
  if (schema.properties === undefined) {
    const code = `(value: ${name}): ${typeText(schema)} => value`;
    facts.push(...compareFacts(name, name, "value", schema), { subject: name, does: `Reading a \`${name}\``, code });
  }
  if (additionalProperties !== false) {
    const code = `(value: ${name}): ${extraType(schema)} => value["any key"]`;
    facts.push({ subject: name, does: `Reading any key of \`${name}\``, code });
  }
  return facts;
}

/** A caller who tells the values of an enum apart. */
function compareFacts(subject: string, name: string, read: string, { enum: values = [] }: Schema): Fact[] {
  return values.map((value) => {
    const literal = JSON.stringify(value);
    const code = `(value: ${name}) => ${read} === ${literal}`;
    return { subject, does: `Comparing \`${subject}\` with \`${literal}\``, code };
  });
}

function makeFacts(name: string, schema: Schema): Fact[] {
  const { properties, required = [] } = schema;
  if (properties === undefined)
    return [{ subject: name, does: `Making a \`${name}\``, code: `(): ${name} => some<${typeText(schema)}>()` }];
  const least = makeLeast(name, schema);
  const optional = Object.entries(properties).filter(([field]) => !required.includes(field));
  return [
    { subject: name, does: `Making the least \`${name}\``, code: least },
    ...extraKeyFacts(name, schema, least),
    ...optional.map(([field, given]) => ({
      subject: `${name}.${field}`,
      does: `Making a \`${name}\` with \`${field}\``,
      code: makeLeast(name, schema, property(field, given)),
      restsOn: least,
    })),
  ];
}

/** What holds for keys that the schema does not name. */
function extraKeyFacts(name: string, schema: Schema, least: string): Fact[] {
  if ((schema.additionalProperties ?? false) === false) return [];
  const code = makeLeast(name, schema, `"any key": some<${extraType(schema)}>()`);
  return [{ subject: name, does: `Making a \`${name}\` with any key`, code, restsOn: least }];
}

function extraType({ additionalProperties }: Schema): string {
  return typeof additionalProperties === "object" ? typeText(additionalProperties) : "unknown";
}

/** Code that makes an object of its required fields, and those in `more`. */
export function makeLeast(name: string, { properties = {}, required = [] }: Schema, ...more: string[]): string {
  const fields = Object.entries(properties).filter(([field]) => required.includes(field));
  return `(): ${name} => ({ ${[...fields.map(([field, given]) => property(field, given)), ...more].join(", ")} })`;
}

function property(name: string, schema: Schema | Reference): string {
  return `${key(name)}: ${valueText(schema)}`;
}

/** Objects without a name are written out, so that a key they lose is an excess one. */
function valueText(schema: Schema | Reference): string {
  if ("properties" in schema) {
    const members = Object.entries(schema.properties ?? {}).map(([name, inner]) => property(name, inner));
    return `{ ${members.join(", ")} }`;
  }
  return `some<${typeText(schema)}>()`;
}
