import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { packageFolder } from "./compile.ts";

interface Document {
  paths: Record<string, unknown>;
  components: Record<string, Record<string, unknown>>;
}

const specFolder = join(packageFolder, "../spec");

/** The contract as one document, with paths and schemas added up to that many paths. */
export async function createDocument(pathCount: number): Promise<Document> {
  const file = fileURLToPath(import.meta.resolve("@serviceform/types/openapi.json"));
  return addPaths(JSON.parse(await readFile(file, "utf8")) as Document, pathCount);
}

/** Writes a document as a spec folder: one file for each path and component, with the rules of the real one. */
export async function writeSpec(document: Document, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await cp(join(specFolder, "redocly.yaml"), join(folder, "redocly.yaml"));
  const filter = (file: string): boolean => !file.endsWith(".test.ts");
  await cp(join(specFolder, "rules"), join(folder, "rules"), { recursive: true, filter });
  await writeFile(join(folder, "package.json"), '{ "type": "module" }\n');
  for (const [name, content] of split(document)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

/** Adds collections and their members, each with its own schemas. */
function addPaths(document: Document, pathCount: number): Document {
  const { schemas, ...components } = document.components;
  const added: Document = {
    ...document,
    paths: { ...document.paths },
    components: { ...components, schemas: { ...schemas } },
  };
  for (let number = 1; Object.keys(added.paths).length < pathCount; number++) {
    const name = `Thing${String(number).padStart(4, "0")}`;
    const url = `/things/${name.toLowerCase()}`;
    added.paths[url] = collection(name);
    if (Object.keys(added.paths).length < pathCount) added.paths[`${url}/{thingId}`] = member(name);
    Object.assign(added.components.schemas ?? {}, createSchemas(name));
  }
  return added;
}

/** The files of a spec folder, name to content; JSON is YAML. */
export function split({ paths, components, ...root }: Document): Map<string, string> {
  const files = new Map<string, string>();
  const pathRefs = Object.entries(paths).map(([url, item]) => {
    const file = `paths/${url.slice(1).replaceAll("/", "_")}.yaml`;
    files.set(file, write(item, "../components"));
    return [url, { $ref: `./${file}` }];
  });
  const componentRefs = Object.entries(components).map(([kind, byName]) => {
    const refs = Object.entries(byName).map(([name, component]) => {
      const file = `components/${kind}/${name}.yaml`;
      files.set(file, write(component, ".."));
      return [name, { $ref: `./${file}` }];
    });
    return [kind, Object.fromEntries(refs)];
  });
  const document = { ...root, paths: Object.fromEntries(pathRefs), components: Object.fromEntries(componentRefs) };
  return files.set("openapi.yaml", JSON.stringify(document, null, 2));
}

function write(value: unknown, components: string): string {
  return JSON.stringify(value, null, 2).replaceAll(/"#\/components\/(\w+)\/(\w+)"/g, `"${components}/$1/$2.yaml"`);
}

function collection(name: string): object {
  return {
    get: {
      ...describe(`list${name}s`, "Returns the things that pass the filters. Reads only, so a repeat is safe."),
      parameters: [
        query("text", "Only things with this text.", { type: "string" }),
        query("states", "Only things in these states.", { type: "array", items: { type: "string" } }),
      ],
      responses: okResponse({ type: "array", items: schemaRef(name) }),
    },
    post: {
      ...describe(`create${name}`, "Returns the thing that was made. A repeat makes a second one."),
      requestBody: body(name),
      responses: okResponse(schemaRef(name)),
    },
  };
}

function member(name: string): object {
  const parameter = {
    name: "thingId",
    in: "path",
    required: true,
    description: "The ID of a thing.",
    schema: { type: "string" },
    example: "thing-1",
  };
  return {
    parameters: [parameter],
    get: {
      ...describe(`get${name}`, "Returns one thing. Reads only, so a repeat is safe."),
      responses: okResponse(schemaRef(name)),
    },
    put: {
      ...describe(`update${name}`, "Returns the thing as it is afterwards. A repeat sets the same, so it is safe."),
      requestBody: body(name),
      responses: okResponse(schemaRef(name)),
    },
  };
}

function createSchemas(name: string): object {
  const label = { type: "string", description: "What the thing is called.", example: "A thing" };
  const amount = { type: "integer", description: "How many there are of it.", example: 3 };
  const identity = { type: "string", description: "The ID of the thing.", example: "thing-1" };
  return {
    [name]: {
      type: "object",
      description: "A thing as it is kept.",
      required: ["id"],
      properties: { id: identity, label, amount },
      additionalProperties: true,
    },
    [`${name}Input`]: {
      type: "object",
      description: "What is set on a thing.",
      required: ["label"],
      properties: { label, amount },
      additionalProperties: false,
    },
  };
}

function describe(operationId: string, description: string): object {
  return { operationId, tags: ["Flex"], summary: "Work with things", description };
}

function query(name: string, description: string, schema: object): object {
  return { name, in: "query", description, schema, ...("items" in schema && { style: "form", explode: true }) };
}

function body(name: string): object {
  return {
    required: true,
    description: "The thing.",
    content: { "application/json": { schema: schemaRef(`${name}Input`) } },
  };
}

function okResponse(schema: object): object {
  return {
    200: { description: "The thing or things.", content: { "application/json": { schema } } },
    403: { $ref: "#/components/responses/Forbidden" },
    404: { $ref: "#/components/responses/NotFound" },
  };
}

function schemaRef(name: string): object {
  return { $ref: `#/components/schemas/${name}` };
}
