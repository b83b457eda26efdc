import { expect, test } from "vitest";
import { deleteSelection, directions, effects, emptyBodies, inheritedKeys } from "./cases/bodies.ts";
import { bodyMedia } from "./cases/body-media.ts";
import { keyIn } from "./cases/key-header.ts";
import { otherMedia } from "./cases/media.ts";
import { otherBodies } from "./cases/open-bodies.ts";
import { otherErrors, otherParameters, otherSecurity, otherServers, otherSuccesses } from "./cases/operations.ts";
import { pagedLists } from "./cases/pages.ts";
import { oddPathNames, overlapping } from "./cases/paths.ts";
import { oddQueries, unionQueries } from "./cases/queries.ts";
import { indirect, references } from "./cases/references.ts";
import { withoutArrays } from "./cases/responses.ts";
import { withText } from "./cases/texts.ts";
import { compile } from "./compile.ts";
import { ref } from "./document.ts";

test("types and client of operations compile and match the contract", { timeout: 300_000 }, async () => {
  const output = await compile({
    references: {
      document: references,
      uses: `export const pet: types.OperationMap["getPet"]["output"] = { id: "1", stage: "won" };
// @ts-expect-error a stage that the contract does not have
export const wrong: types.CreatePetInput = { name: "Rex", stage: "old" };`,
    },
    indirect: {
      document: indirect,
      uses: `declare const client: ServiceformClient;
export const created: Promise<types.Tree> = client.createTree({ name: "Oak" });
export const trees: Promise<{ size: number }[]> = client.listTrees({ order: "up" });
export const reason: Promise<string> = client.updateTree({ kind: { kind: "B", b: 1 }, first: { size: 1, next: { size: 2 } } });
// @ts-expect-error an order that the contract does not have
export const wrong: unknown = client.listTrees({ order: "left" });`,
    },
    unionQueries: {
      document: unionQueries,
      uses: `declare const client: ServiceformClient;
export const one: Promise<unknown> = client.listRows({ fields: "a", ids: 1, limit: true });
export const many: Promise<unknown> = client.listRows({ fields: ["a"] as const, ids: [1], limit: 1, any: false });
// @ts-expect-error an element that the contract does not have
export const wrong: Promise<unknown> = client.listRows({ ids: ["a"] });`,
    },
    bodyMedia: {
      document: bodyMedia,
      uses: `declare const client: ServiceformClient;
export const created: Promise<unknown> = client.createFile({ itemId: "7", file: new File([], "a.png"), more: [new Blob()] });
// @ts-expect-error a file is no text
export const wrong: Promise<unknown> = client.createFile({ itemId: "7", file: "a.png" });`,
    },
    textOfLevel: {
      document: withText(ref("Level")),
      uses: `declare const client: ServiceformClient;
export const text: Promise<string> = client.createNote({ body: "a" });`,
    },
    textOfPart: {
      document: withText({ allOf: [ref("Level")] }),
      uses: `declare const client: ServiceformClient;
export const text: Promise<string> = client.createNote({ body: "a" });`,
    },
    otherMedia: {
      document: otherMedia,
      uses: `declare const client: ServiceformClient;
export const csv: Promise<string> = client.getExport({ since: 1 });
export const lines: AsyncIterable<string> = client.stream.getExport();
export const picture: Promise<Uint8Array> = client.getPicture();
export const blob = async (): Promise<Blob> => new Blob([await client.getPicture()]);
export const file: Promise<types.Bytes | undefined> = client.getFile();
export const events: Promise<types.ServerSentEvent<types.Tick>[]> = client.listTicks();
export const ticks: AsyncIterable<types.ServerSentEvent<types.Tick>> = client.stream.listTicks();
// @ts-expect-error an operation whose body may be missing has no stream
export const none: unknown = client.stream.getFile;`,
    },
    withoutArrays: {
      document: withoutArrays,
      uses: `export const none: keyof ServiceformClient["stream"] extends never ? true : false = true;
export const nothing: types.OperationMap["deleteRow"]["output"] = undefined;`,
    },
    pagedLists: {
      document: pagedLists,
      uses: `declare const client: ServiceformClient;
export const rows: AsyncIterable<types.Row> = client.stream.searchRows({ text: "q" });
export const page: types.RowPage["data"][number] | undefined = (await client.listRows()).data[0];
export async function resume(): Promise<string | undefined> {
  for await (const { items, next } of client.stream.listNested().pages()) {
    if (next) client.stream.listNested(next);
    return items[0];
  }
  return undefined;
}
// @ts-expect-error the cursor of another list
client.stream.listNested({ cursor: "1" });`,
    },
    emptyBodies: {
      document: emptyBodies,
      uses: `export const input: types.CreateRowRefreshInput = { rowId: "7", deep: true };
// @ts-expect-error the path needs it
export const wrong: types.CreateRowRefreshInput = {};`,
    },
    directions: {
      document: directions,
      uses: `export const input: types.CreateContactInput = { email: "a", secret: "s" };
declare const contact: types.Contact;
export const id: string = contact.id;
// @ts-expect-error it is read only
export const wrong: types.CreateContactInput = { email: "a", secret: "s", id: "1" };
// @ts-expect-error it is write only
export const secret: string = contact.secret;`,
    },
    inheritedKeys: {
      document: inheritedKeys,
      uses: `declare const client: ServiceformClient;
export const marks: unknown = client.listMarks({ constructor: "x" });
export const updated: unknown = client.updateMark({ text: "x" });
// @ts-expect-error the one that every object has is of another type
export const wrong: types.CreateMarkInput = { toString: "x" };`,
    },
    deleteSelection: {
      document: deleteSelection,
      uses: `declare const client: ServiceformClient;
export const done: Promise<undefined> = client.deleteRows({ ids: ["a"] });`,
    },
    effects: { document: effects },
    keys: { document: keyIn("X-API-Key"), uses: "export type Client = ServiceformClient;" },
    oddPathNames: { document: oddPathNames },
    oddQueries: { document: oddQueries },
    overlapping: { document: overlapping("last") },
    otherBodies: {
      document: otherBodies,
      uses: `declare const client: ServiceformClient;
export const kinds: unknown = client.createKind({ body: { kind: "A", a: "x" } });
// @ts-expect-error a kind with the property of another one
export const mixed: unknown = client.createKind({ body: { kind: "A", b: "x" } });
export const open: unknown = client.updateOpen({ id: "7", name: "a" });
export const none: unknown = client.createOptional();
export const noNote: unknown = client.createNote({ id: "7" });
export const note: unknown = client.createNote({ id: "7", text: "a", pages: 2 });
// @ts-expect-error a note with a property has its text
export const textless: unknown = client.createNote({ id: "7", pages: 2 });
export const list: unknown = client.createList({ body: [{ id: "1" }] });
export const body: types.CreateListInput["body"] = [{ id: "1", size: 2 }];
// @ts-expect-error the body is required
export const missing: unknown = client.updateNumber({});`,
    },
    otherSuccesses: {
      document: otherSuccesses,
      uses: `declare const client: ServiceformClient;
export const text: Promise<string> = client.getText();
export const maybe: Promise<types.GetEmptyResponse | undefined> = client.getEmpty();
export const later: Promise<types.CreateLaterResponse200 | types.CreateLaterResponse202> = client.createLater();
export const names: AsyncIterable<string> = client.stream.listNames();
export const nullable: Promise<types.GetNullResponse> = client.getNull();`,
    },
    otherErrors: {
      document: otherErrors,
      uses: `import { isApiError } from "./client/index.js";
export type Client = ServiceformClient;
declare const error: unknown;
export const missing: string | undefined = isApiError(error, "getRow", 404) ? error.body.missing : undefined;
export const reason: string | undefined = isApiError(error, "getRow", 409) ? error.body.reason : undefined;
export const message: string | undefined = isApiError(error, "getRow", 503) ? error.body.message : undefined;
export const any: string | undefined =
  isApiError(error, "getRow") && error.status === 500 ? error.body.message : undefined;
// @ts-expect-error the body of a 404 is another one
export const wrong: unknown = isApiError(error, "getRow", 404) ? error.body.message : undefined;`,
    },
    otherParameters: {
      document: otherParameters,
      uses: `declare const client: ServiceformClient;
export const rows: unknown = client.listRows({ "X-Time-Zone": "a", ids: ["a"] as const, filter: { "max size": 3 } });
// @ts-expect-error a header parameter is required
export const missing: unknown = client.listRows({});
export const key: unknown = client.createRow({ id: "1", "Idempotency-Key": "k" });`,
    },
    otherSecurity: {
      document: otherSecurity,
      uses: `import { createClient } from "./client/index.js";
export const client: ServiceformClient = createClient({
  apiKey: "k",
  bearer: async () => "t",
  login: { username: "a", password: "b" },
});
// @ts-expect-error an option of no scheme
export const wrong: unknown = createClient({ token: "t" });`,
    },
    otherServers: { document: otherServers },
  });
  expect(output).toBe("");
});
