import { expect, test } from "vitest";
import { requiredElsewhere } from "./cases/directions.ts";
import { enums } from "./cases/enums.ts";
import { frameworks } from "./cases/frameworks.ts";
import { bigNumbers, nullable, typedKeys } from "./cases/responses.ts";
import { besideForms, boundedValues, discriminators } from "./cases/schemas.ts";
import { compile } from "./compile.ts";

test("types and client of schemas compile and match the contract", { timeout: 300_000 }, async () => {
  const output = await compile({
    typedKeys: {
      document: typedKeys,
      uses: `declare const row: types.Row;
export const position: number | undefined = row.position;
export const other: unknown = row["anything"];`,
    },
    nullable: {
      document: nullable,
      uses: `export const row: types.Row = { allOf: null, anyOf: null, oneOf: null, enum: null, named: null, required: null };
export const size = ({ required, requiredPart }: types.Row): number | undefined => required?.size ?? requiredPart?.size;
// @ts-expect-error it is not nullable
export const wrong: types.Row = { plain: null };
// @ts-expect-error another part requires its size
export const sizeless: types.Row = { requiredPart: { id: "1" } };`,
    },
    discriminators: {
      document: discriminators,
      uses: `export const url = (note: types.Explicit): string | undefined => (note.type === "file" ? note.url : undefined);`,
    },
    bigNumbers: { document: bigNumbers },
    boundedValues: { document: boundedValues },
    besideForms: {
      document: besideForms,
      uses: `declare const client: ServiceformClient;
export const id: string = (await client.createRow({ body: { id: "1", x: "a" } })).id;
export const marked: Promise<types.Marked> = client.updateRow({ body: { id: "1", mark: 1 } });
// @ts-expect-error a property without a description is required, too
export const markless: unknown = client.updateRow({ body: { id: "1" } });
// @ts-expect-error a form does not replace what stands beside it
export const wrong: unknown = client.createRow({ body: { x: "a" } });`,
    },
    frameworks: {
      document: frameworks,
      uses: `declare const client: ServiceformClient;
export const row: Promise<types.Row> = client.getRow({ rowId: "a", text: "a", kind: "a", sizes: [1], order: "up", ids: [1, "a"] });
export const updated: Promise<types.Row> = client.updateRow({ rowId: "a", secret: { name: "Ann" } });
export const size = ({ form }: types.Row): number | undefined => (form?.kind === "size" ? form.size : undefined);
export const heir = ({ heir }: types.Row): types.Owner | null | undefined => heir;
export const text = ({ note }: types.Row): string | undefined => (note?.kind === "text" ? note.text : undefined);
// @ts-expect-error no text means null
export const wrong: Promise<types.Row> = client.getRow({ rowId: "a", text: null });
// @ts-expect-error an order that the contract does not have
export const left: Promise<types.Row> = client.getRow({ rowId: "a", order: "left" });`,
    },
    requiredElsewhere: {
      document: requiredElsewhere,
      uses: `declare const client: ServiceformClient;
export const owner: Promise<types.Owner> = client.createOwner({ body: { trick: "sit" } });
export const part: Promise<types.Part> = client.createPart({ body: { name: "Rex" } });
export const form: Promise<types.Form> = client.createForm({ body: { nick: "R" } });`,
    },
    enums: {
      document: enums,
      uses: `declare const client: ServiceformClient;
export const row: Promise<unknown> = client.getRow({ size: 2, "X-Size": 1, name: "1", isOpen: true, sizes: [1, 2] });
// @ts-expect-error a size that the contract does not have
export const wrong: Promise<unknown> = client.getRow({ size: 3 });`,
    },
  });
  expect(output).toBe("");
});
