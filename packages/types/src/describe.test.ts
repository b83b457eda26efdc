import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { expect, test } from "vitest";
import { contractVersion, type JsonSchema, operations, schemas } from "./describe.js";
import contract from "./generated/openapi.json" with { type: "json" };
import { type Operation, type OperationId, operationTable } from "./index.js";

/** The schema of the contract, without references. */
interface Documented {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly example?: unknown }[];
  readonly requestBody?: Body;
  readonly responses: Readonly<Record<string, Body>>;
}

interface Body {
  readonly content?: Readonly<Record<string, { readonly example?: object }>>;
}

const documented = Object.values(contract.paths).flatMap(({ parameters, ...methods }: Record<string, unknown>) =>
  Object.values(methods).map((operation) => {
    const { parameters: own = [], ...rest } = inline(operation) as Documented;
    const shared = inline(parameters ?? []) as NonNullable<Documented["parameters"]>;
    return { ...rest, parameters: [...shared, ...own] };
  }),
);
const JSON_TYPE = "application/json";
const ajv = new Ajv2020({ strict: true, allErrors: true });
formats.default(ajv);

test("contractVersion is the version of the document", () => {
  expect(contractVersion).toBe(contract.info.version);
});

test("operations has the keys of operationTable in the same order", () => {
  expect(Object.keys(operations)).toEqual(Object.keys(operationTable));
});

test("noun and verb together are unique", () => {
  const commands = Object.values(operations).map(({ noun, verb }) => `${noun} ${verb}`);
  for (const command of ["spaces list", "items create", "items get", "items delete", "chats list", "statistics get"])
    expect(commands).toContain(command);
  expect(new Set(commands).size).toBe(commands.length);
});

test.for(documented)(
  "the input of $operationId is a closed object with the keys of operationTable",
  ({ operationId }) => {
    const { input } = find(operationId);
    const operation: Operation = operationTable[operationId as "getItem"];
    const { pathKeys, queryKeys, headerKeys = [], bodyKeys, required } = operation;
    expect(ajv.validateSchema(input)).toBe(true);
    expect(input).toMatchObject({ type: "object", additionalProperties: false });
    expect(Object.keys(input.properties as object).sort()).toEqual(
      [...pathKeys, ...queryKeys, ...headerKeys, ...bodyKeys].sort(),
    );
    expect(input.required ?? []).toEqual(required);
    for (const { description } of Object.values(input.properties as Record<string, JsonSchema>))
      expect(description).toMatch(/\.$/);
  },
);

const inputExamples = documented.map(({ operationId, parameters, requestBody }) => {
  const given = parameters.filter(({ example }) => example !== undefined).map(({ name, example }) => [name, example]);
  const { contentType = JSON_TYPE }: Operation = operationTable[operationId as OperationId];
  const body = requestBody?.content?.[contentType]?.example;
  return { operationId, example: { ...Object.fromEntries(given), ...body } as Record<string, unknown> };
});

test.for(inputExamples.filter(isComplete))("the input of $operationId accepts the examples of the document", (one) => {
  const { input } = find(one.operationId);
  const validate = ajv.compile(input);
  expect([validate(one.example), validate.errors]).toEqual([true, null]);
  expect(validate({ ...one.example, unknown: 1 })).toBe(false);
  for (const name of operationTable[one.operationId as "getItem"].required)
    expect(validate({ ...one.example, [name]: undefined })).toBe(false);
});

test("an input schema carries the example of the document", () => {
  expect(operations.getItem.input.properties).toMatchObject({ itemId: { examples: ["item-1042"] } });
  expect(operations.listChats.input.properties).toMatchObject({ limit: { minimum: 1, examples: [10] } });
});

const outputs = documented.map(({ operationId, responses }) => {
  const [, success] = Object.entries(responses).find(([status]) => status.startsWith("2")) ?? [];
  const { accept = JSON_TYPE }: Operation = operationTable[operationId as OperationId];
  return { operationId, content: success?.content?.[accept] };
});

test.for(outputs)("$operationId has an output schema exactly when it returns a body", ({ operationId, content }) => {
  const { output, element } = find(operationId);
  expect(output !== undefined).toBe(content !== undefined);
  const isList = operationTable[operationId as "getItem"].responseBody === "array";
  // A list of texts or numbers has no schema of an element.
  expect(element !== undefined).toBe(isList && Object(output?.items).type === "object");
  if (element !== undefined) expect(schemas[element]).toBeDefined();
});

test.for(outputs.filter(({ content }) => content?.example !== undefined))(
  "the output of $operationId accepts the example of the document",
  ({ operationId, content }) => {
    const validate = ajv.compile(find(operationId).output as JsonSchema);
    expect([validate(content?.example), validate.errors]).toEqual([true, null]);
    expect(validate(Array.isArray(content?.example) ? [1] : 1)).toBe(false);
  },
);

test("operations contains no reference and no keyword that JSON Schema lacks", () => {
  expect(JSON.stringify(operations)).not.toMatch(/"\$ref"|"nullable"|"example"|"x-/);
});

test.for([
  ["Space", "id", undefined, "id name"],
  ["Item", "id", "updated", "id primary_field created updated"],
  ["Lead", "id", "updated", "id name email phone source created updated"],
  ["Chat", "cid", "lastMessageTime", "cid name lastMessageTime lastSender agentName source"],
] as const)("%s has the key %s, the time %s and the summary %s", ([name, key, time, summary]) => {
  const { fields = {}, ...schema } = schemas[name] ?? {};
  expect(schema).toEqual({ key, ...(time !== undefined && { time }) });
  const marked = Object.keys(fields).filter((field) => fields[field]?.summary);
  expect(marked.sort()).toEqual(summary.split(" ").sort());
});

test.for([
  ["Lead", "name first_name last_name email phone page_url referrer_url tokens"],
  ["LeadPage", "website referrer"],
  ["Message", "message"],
  ["Chat", "name first_name last_name phone business_phone regNo fullUrl lastMessage agentName agentEmail leadSentTo"],
  ["AgentStatistics", "agentName"],
] as const)("personal of %s: %s", ([name, personal]) => {
  const { fields = {} } = schemas[name] ?? {};
  const marked = Object.keys(fields).filter((field) => fields[field]?.personal);
  expect(marked).toEqual(expect.arrayContaining(personal.split(" ")));
});

test.for([
  ["seconds", "Lead.duration LeadPage.duration Chat.avgBetweenMsg ChatStatistics.averageResponseTime"],
  ["epoch-seconds", "Message.timestamp Chat.lastMessageTime Chat.changed Chat.livechatStarted Chat.agentJoinedTime"],
] as const)("in %s: %s", ([unit, places]) => {
  for (const [name = "", field = ""] of places.split(" ").map((place) => place.split(".")))
    expect(schemas[name]?.fields[field]?.unit).toBe(unit);
});

test("every exported value is frozen", () => {
  let count = 0;
  const assertFrozen = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    expect(Object.isFrozen(value)).toBe(true);
    count += 1;
    for (const inner of Object.values(value)) assertFrozen(inner);
  };
  assertFrozen(operations);
  assertFrozen(schemas);
  assertFrozen(operationTable);
  expect(count).toBeGreaterThan(300);
});

function find(operationId: string) {
  return operations[operationId as "getItem"];
}

/** The value with its references resolved. */
function inline(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inline);
  if (typeof value !== "object" || value === null) return value;
  if (!("$ref" in value)) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inline(inner)]));
  const keys = String(value.$ref).slice(2).split("/");
  return inline(keys.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], contract));
}

/** Whether there is an example of everything that is required. */
function isComplete({ operationId, example }: (typeof inputExamples)[number]): boolean {
  return operationTable[operationId as "getItem"].required.every((name) => name in example);
}
