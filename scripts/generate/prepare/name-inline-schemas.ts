import type { Document, MediaType, OperationObject, Reference } from "../../openapi/document.ts";
import { escapePointer, toPointer } from "../../openapi/pointer.ts";
import { mapOperations } from "../document-operations.ts";
import { formOf, kindOfMedia } from "../media-type.ts";
import { createSchemaNames, type SchemaNames } from "./schema-names.ts";
import { toPascalCase } from "./words.ts";

/** A document whose body schemas have names, and the origin of each added name: pointer to pointer. */
export interface NamedDocument {
  readonly document: Document;
  readonly origins: ReadonlyMap<string, string>;
}

/**
 * Moves inline schemas of JSON bodies to `components/schemas`, under names that follow from what they
 * belong to: `CreateItemBody`, `GetItemResponse`, `GetItemError404`.
 */
export function nameInlineSchemas(document: Document, isFree: (name: string) => boolean): NamedDocument {
  const names = createSchemaNames(isFree);
  const { paths } = mapOperations(document, ({ path, method, object }) =>
    typeof object === "object" && object !== null
      ? nameInOperation(names, object, toPointer(["paths", path, method]))
      : object,
  );
  const { requestBodies, responses, schemas } = document.components ?? {};
  const inSection = (section: string, suffix: string, owners: Owners | undefined) =>
    owners && {
      [section]: nameInOwners(names, owners, `#/components/${section}`, (key) => nameComponent(key, suffix)),
    };
  const components = {
    ...document.components,
    ...inSection("requestBodies", "Body", requestBodies),
    ...inSection("responses", "Response", responses),
    schemas: { ...schemas, ...names.added },
  };
  return { document: { ...document, paths, components } as Document, origins: names.origins };
}

/** `not-found` as `NotFoundResponse`, and `404Error`, with which no name can start, as `Response404Error`. */
function nameComponent(key: string, suffix: string): string {
  const name = toPascalCase(key);
  return /^[A-Z]/.test(name) ? `${name}${suffix}` : `${suffix}${name}`;
}

interface Owner {
  content?: Record<string, MediaType>;
}
type Owners = Record<string, Owner | Reference>;

function nameInOperation(names: SchemaNames, object: OperationObject, pointer: string): OperationObject {
  const prefix = toPascalCase(object.operationId ?? "");
  const { requestBody, responses = {} } = object;
  const successCount = Object.keys(responses).filter((status) => /^2(?!04|05)/.test(status)).length;
  const nameOf = (status: string): string => {
    // An invalid status, which is rejected later, can have characters that no name can.
    const suffix = toPascalCase(status);
    if (status.startsWith("2")) return `${prefix}Response${successCount > 1 ? suffix : ""}`;
    return `${prefix}Error${status === "default" ? "" : suffix}`;
  };
  const bodies = requestBody && nameInOwners(names, { requestBody }, pointer, () => `${prefix}Body`);
  return {
    ...object,
    ...bodies,
    responses: nameInOwners(names, responses, `${pointer}/responses`, nameOf),
  } as OperationObject;
}

function nameInOwners(names: SchemaNames, owners: Owners, pointer: string, nameOf: (key: string) => string): Owners {
  const entries = Object.entries(owners).map(([key, owner]) => {
    if (typeof owner !== "object" || owner === null || "$ref" in owner || !owner.content) return [key, owner] as const;
    const at = `${pointer}/${escapePointer(key)}/content`;
    const content = Object.entries(owner.content).map(([type, media]) => {
      if (media?.schema === undefined || !isNamed(type)) return [type, media] as const;
      const schema = names.name(media.schema, nameOf(key), `${at}/${escapePointer(type)}/schema`);
      return [type, { ...media, schema }] as const;
    });
    return [key, { ...owner, content: Object.fromEntries(content) }] as const;
  });
  return Object.fromEntries(entries);
}

/** Whether the schema of the body or its element needs a named type. */
function isNamed(mediaType: string): boolean {
  return ["json", "events"].includes(kindOfMedia(mediaType)) || formOf(mediaType) !== undefined;
}
