import { expect, test } from "vitest";
import type { Document } from "../openapi/document.ts";
import { documentWith } from "./fixtures/document.ts";
import { pets, petsWith } from "./fixtures/pets.ts";
import { render } from "./generate.ts";
import { withoutReferringExtensions } from "./without-extensions.ts";

const row = { $ref: "#/components/schemas/Row" };

test("extensions with a reference are left out, wherever they are", () => {
  const given = documentWith({
    "x-webhooks": { added: { schema: row } },
    "x-text": { a: 1 },
    components: {
      schemas: {
        "x-row": { type: "string", "x-of": [row], properties: { "x-next": row, plain: { "x-a": 1 } } },
        Row: { type: "object", example: { "x-of": row } },
      },
    },
  });
  const left = withoutReferringExtensions(given);
  expect(left).toEqual(
    documentWith({
      "x-text": { a: 1 },
      components: {
        schemas: {
          "x-row": { type: "string", properties: { "x-next": row, plain: { "x-a": 1 } } },
          Row: { type: "object", example: { "x-of": row } },
        },
      },
    }),
  );
  expect(withoutReferringExtensions(left)).toBe(left);
});

test("the URL of an example is left out, and not that of a value", () => {
  const examples = { far: { summary: "Far.", externalValue: "https://api.test/a" }, near: { value: 1 } };
  const Row = { type: "object", properties: { examples: { type: "object", properties: { externalValue: {} } } } };
  const given = documentWith({ components: { examples, schemas: { Row } } });
  expect(withoutReferringExtensions(given)).toEqual(
    documentWith({ components: { examples: { far: { summary: "Far." }, near: { value: 1 } }, schemas: { Row } } }),
  );
});

test("a document is generated from whose extensions refer to a renamed schema or contain themselves", async () => {
  const files = await render(pets);
  const itself: Record<string, unknown> = {};
  itself.self = itself;
  const schemas = { ...pets.components?.schemas, "row-1": { type: "object", "x-self": itself } };
  const extended = {
    ...structuredClone(pets),
    "x-webhooks": { $ref: "#/components/schemas/row-1" },
    components: { ...pets.components, schemas },
  } as Document;
  Object.assign(Object(extended.paths["/pets"]).get, { "x-of": { $ref: "#/components/schemas/row-1" } });
  const withRow = await render(extended);
  expect(withRow.get("methods.ts")).toBe(files.get("methods.ts"));
  expect(withRow.get("openapi.json")).toContain('"row-1": {\n        "type": "object"\n      }');
});

test("no extension makes a string a file", async () => {
  const marked = petsWith(({ components }) =>
    Object.assign(components?.schemas?.PetInput?.properties?.name ?? {}, { "x-file": true }),
  );
  expect((await render(marked)).get("inputs.ts")).not.toContain("Upload");
});
