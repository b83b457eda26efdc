import { type Document, type Reference, resolve, type Schema } from "../openapi/document.ts";
import { responseSchemas } from "../openapi/response-schemas.ts";
import type { TypeAssertion } from "./type-assertion.ts";
import { access, key, typeText } from "./type-text.ts";

/** A caller who imports each schema, reads each field and creates values of it, as in tests. */
export function schemaAssertions(document: Document, named: boolean): TypeAssertion[] {
  const inResponses = responseSchemas(document);
  return Object.entries(document.components?.schemas ?? {}).flatMap(([name, given]) => {
    const indexed = `components["schemas"][${JSON.stringify(name)}]`;
    const code = named ? `import type { ${name} } from "./schemas.js";` : `type ${name} = ${indexed};`;
    const schema = resolve<Schema>(document, given);
    return [
      { subject: name, description: `Importing \`${name}\``, code, news: `The type \`${name}\` is new.` },
      { subject: name, description: `Using \`${indexed}\``, code: `(): ${indexed} => some()` },
      ...(inResponses.has(name) ? readAssertions(document, name, schema) : []),
      ...makeAssertions(name, schema),
    ];
  });
}

function readAssertions(document: Document, name: string, schema: Schema): TypeAssertion[] {
  const { properties = {}, required = [], additionalProperties = false } = schema;
  const assertions = Object.entries(properties).flatMap(([field, given]) => {
    const subject = `${name}.${field}`;
    const type = `${typeText(given)}${required.includes(field) ? "" : " | undefined"}`;
    const read = `value${access(field)}`;
    return [
      ...compareAssertions(subject, name, read, resolve<Schema>(document, given)),
      { subject, description: `Reading \`${subject}\``, code: `(value: ${name}): ${type} => ${read}` },
    ];
  });
  if (schema.properties === undefined) {
    const code = `(value: ${name}): ${typeText(schema)} => value`;
    assertions.push(...compareAssertions(name, name, "value", schema), {
      subject: name,
      description: `Reading a \`${name}\``,
      code,
    });
  }
  if (additionalProperties !== false) {
    const code = `(value: ${name}): ${extraType(schema)} => value["any key"]`;
    assertions.push({ subject: name, description: `Reading any key of \`${name}\``, code });
  }
  return assertions;
}

/** A caller who switches on the values of an enum. */
function compareAssertions(
  subject: string,
  name: string,
  read: string,
  { enum: values = [] }: Schema,
): TypeAssertion[] {
  return values.map((value) => {
    const literal = JSON.stringify(value);
    const code = `(value: ${name}) => ${read} === ${literal}`;
    return { subject, description: `Comparing \`${subject}\` with \`${literal}\``, code };
  });
}

function makeAssertions(name: string, schema: Schema): TypeAssertion[] {
  const { properties, required = [] } = schema;
  if (properties === undefined)
    return [{ subject: name, description: `Making a \`${name}\``, code: `(): ${name} => some<${typeText(schema)}>()` }];
  const least = minimalValue(name, schema);
  const optional = Object.entries(properties).filter(([field]) => !required.includes(field));
  return [
    { subject: name, description: `Making a \`${name}\` of its required fields`, code: least },
    ...extraKeyAssertions(name, schema, least),
    ...optional.map(([field, given]) => ({
      subject: `${name}.${field}`,
      description: `Making a \`${name}\` with \`${field}\``,
      code: minimalValue(name, schema, property(field, given)),
      dependsOn: least,
    })),
  ];
}

/** Assertions on undeclared keys. */
function extraKeyAssertions(name: string, schema: Schema, least: string): TypeAssertion[] {
  if ((schema.additionalProperties ?? false) === false) return [];
  const code = minimalValue(name, schema, `"any key": some<${extraType(schema)}>()`);
  return [{ subject: name, description: `Making a \`${name}\` with any key`, code, dependsOn: least }];
}

function extraType({ additionalProperties }: Schema): string {
  return typeof additionalProperties === "object" ? typeText(additionalProperties) : "unknown";
}

/** Code that creates an object of its required fields, and those in `more`. */
export function minimalValue(name: string, { properties = {}, required = [] }: Schema, ...more: string[]): string {
  const fields = Object.entries(properties).filter(([field]) => required.includes(field));
  return `(): ${name} => ({ ${[...fields.map(([field, given]) => property(field, given)), ...more].join(", ")} })`;
}

function property(name: string, schema: Schema | Reference): string {
  return `${key(name)}: ${valueText(schema)}`;
}

/** Inline objects are printed with their keys, so that a removed key is an excess property. */
function valueText(schema: Schema | Reference): string {
  if ("properties" in schema) {
    const members = Object.entries(schema.properties ?? {}).map(([name, inner]) => property(name, inner));
    return `{ ${members.join(", ")} }`;
  }
  return `some<${typeText(schema)}>()`;
}
