import { type Document, type Reference, referenceName, resolveAt, type Schema } from "../../openapi/document.ts";
import { parsePointer, schemaPointer } from "../../openapi/pointer.ts";
import { mapSchema, mapSchemas } from "./map-schemas.ts";
import type { NamedDocument } from "./name-inline-schemas.ts";
import { newTypeName } from "./rename-schemas.ts";

type Given = Schema | Reference;

/** Parts of a pointer that say nothing in a name. */
const WITHOUT_MEANING = new Set(["components", "schemas", "paths", "properties", "content", "schema"]);

/** Gives a name to each schema that a `$ref` leads to within another schema, a body or a parameter. */
export function nameDeepTargets(document: Document, isFree: (name: string) => boolean): NamedDocument {
  const added: Record<string, Given> = {};
  const origins = new Map<string, string>();
  const named = new Map<string, string>();

  function change(given: Given): Given {
    if (!isDeep(given)) return given;
    const { pointer, value } = resolveAt<Schema>(document, { pointer: "#", value: given });
    if (referenceName({ $ref: pointer }) !== undefined) return { ...given, $ref: pointer };
    return { ...given, $ref: named.get(pointer) ?? add(pointer, value) };
  }

  function add(pointer: string, schema: Schema): string {
    const name = newTypeName(wordsOf(pointer), isFree, (name) => !Object.hasOwn(added, name));
    const target = schemaPointer(name);
    named.set(pointer, target);
    origins.set(target, pointer);
    added[name] = {}; // The schema can contain itself.
    added[name] = mapSchema(schema, change);
    return target;
  }

  const mapped = mapSchemas(document, change);
  if (named.size === 0) return { document, origins };
  const schemas = { ...mapped.components?.schemas, ...added } as Record<string, Schema>;
  return { document: { ...mapped, components: { ...mapped.components, schemas } }, origins };
}

function isDeep(given: Given): given is Reference {
  return "$ref" in given && referenceName(given) === undefined;
}

function wordsOf(pointer: string): string {
  return parsePointer(pointer)
    .filter((key) => !WITHOUT_MEANING.has(key))
    .join(" ");
}
