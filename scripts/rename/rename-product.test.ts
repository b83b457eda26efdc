import fc from "fast-check";
import { expect, test } from "vitest";
import type { ProductNames } from "./product-names.ts";
import { renameProduct } from "./rename-product.ts";
import { acme } from "./testing/acme.ts";

const post: ProductNames = {
  title: "Post Office",
  scope: "@post-office",
  className: "PostOffice",
  command: "post",
  environment: "POST_OFFICE",
  repository: "https://github.com/letters/tools",
  sandboxKey: "po_sandbox_key",
};

test.for([
  ['import { createClient } from "@acme/client";', 'import { createClient } from "@post-office/client";'],
  ["node_modules/@acme", "node_modules/@post-office"],
  ["@acme-labs/client", "@post-labs/client"],
  ["isAcmeError(AnyAcmeError)", "isPostOfficeError(AnyPostOfficeError)"],
  ["ACME_API_KEY", "POST_OFFICE_API_KEY"],
  ["The Acme API, by Acme.", "The Post Office API, by Post Office."],
  ["await acme.listParcels()", "await post.listParcels()"],
  ["packages/cli/bin/acme.js", "packages/cli/bin/post.js"],
  ["https://github.com/acme/acme-api/blob", "https://github.com/letters/tools/blob"],
  ["io.github.acme/acme-mcp", "io.github.letters/post-mcp"],
  ["-H 'key: ac_sandbox_key'", "-H 'key: po_sandbox_key'"],
  ["https://api.acme.com/v1", "https://api.acme.com/v1"],
] as const)("%s becomes %s", ([before, after]) => {
  expect(renameProduct(before, acme, post)).toBe(after);
});

test("renameProduct does not replace a name twice when the new names contain the old ones", () => {
  const next = { ...post, title: "Acme Post", className: "AcmePost", command: "acmepost", environment: "ACME_POST" };
  expect(renameProduct("Acme AcmeError acme ACME_KEY", acme, next)).toBe(
    "Acme Post AcmePostError acmepost ACME_POST_KEY",
  );
});

test("renameProduct restores any text when the names are swapped", () => {
  const words = fc.constantFrom(...["Acme.", "AcmeError", "acme.run", "ACME_KEY", "@acme/client", "ac_sandbox_key"]);
  const texts = fc.array(fc.oneof(words, fc.string({ unit: fc.constantFrom(..."xyz .(){}$\\/\n") })));
  fc.assert(
    fc.property(texts, (parts) => {
      const text = parts.join(" ");
      expect(renameProduct(renameProduct(text, acme, post), post, acme)).toBe(text);
    }),
    { seed: 1 },
  );
});
