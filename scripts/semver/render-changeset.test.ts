import { expect, test } from "vitest";
import type { Change } from "./bump.ts";
import { renderChangeset } from "./render-changeset.ts";

const LIMIT: Change = { bump: "patch", subject: "Pet.age", reason: "The maximum of `Pet.age` changes." };
const FIELD: Change = { bump: "minor", subject: "Pet.age", reason: "`Pet.age` is new." };
const LOSS: Change = { bump: "major", subject: "Pet.name", reason: "Property `name` of `Pet` was removed." };

test("renderChangeset lists what callers notice, and marks what breaks them", () => {
  const verdict = { bump: "major", changes: [LOSS, FIELD, LIMIT], rejections: [] } as const;
  expect(renderChangeset(verdict, ["@pets/types", "@pets/client"])).toBe(`---
"@pets/types": major
"@pets/client": major
# semver wrote this file (490e5d089a6b), and replaces it until it is edited.
---

The contract of the API changes:

- **Breaking:** Property \`name\` of \`Pet\` was removed.
- \`Pet.age\` is new.
`);
});

test("renderChangeset does not call every patch a description", () => {
  const text = renderChangeset({ bump: "patch", changes: [LIMIT], rejections: [] }, ["@pets/types"]);
  expect(text).toContain("The contract changes without effect on callers, such as in descriptions and in limits");
});
