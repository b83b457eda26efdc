import { pageOf, type Schema } from "./openapi.ts";

/** The type of a value in words, with links to the pages of schemas. */
export function renderType(schema: Schema): string {
  const { $ref, type, format, items, additionalProperties, enum: values } = schema;
  const choices = schema.oneOf ?? schema.anyOf ?? schema.allOf;
  if ($ref !== undefined) return renderReference($ref);
  if (choices) return choices.map(renderType).join(schema.allOf ? " and " : " or ");
  if (values) return values.map((value) => `\`${JSON.stringify(value)}\``).join(" or ");
  if (type === "array") return `array of ${renderType(items ?? {})}`;
  if (typeof additionalProperties === "object") return `object with values of ${renderType(additionalProperties)}`;
  const unit = schema["x-unit"]?.replace("-", " ");
  const detail = [format, unit].filter((part) => part !== undefined).join(", ");
  return (type ?? "any value") + (detail && ` (${detail})`);
}

function renderReference(ref: string): string {
  const name = ref.split("/").at(-1) ?? "";
  return `[${name}](./${pageOf(name)})`;
}

/** An entry of a list: name, type, whether it is required, description and example. */
export function renderField(
  name: string,
  schema: Schema,
  { place = "", required = false, ...more }: FieldFacts,
): string {
  const facts = [place, renderType(schema), required && "required", schema["x-personal"] && "personal data"];
  const example = more.example ?? schema.example;
  const shown = example === undefined ? "" : ` Example: \`${JSON.stringify(example)}\`.`;
  return `- **\`${name}\`** ${facts.filter(Boolean).join(", ")}\\\n  ${more.description ?? schema.description ?? ""}${shown}`;
}

interface FieldFacts {
  readonly place?: string;
  readonly required?: boolean;
  readonly description?: string | undefined;
  readonly example?: unknown;
}

/** The fields of an object, one below the other. */
export function renderFields({ properties = {}, required = [] }: Schema): string {
  return Object.entries(properties)
    .map(([name, schema]) => renderField(name, schema, { required: required.includes(name) }))
    .join("\n");
}
