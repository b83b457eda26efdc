import { expect, test } from "vitest";
import { fillLists } from "./fill-lists.ts";

const sources: Record<string, string> = {
  "a.ts": "interface A {\n/** First. @default 1 */\none?: number }",
  "b.ts": "interface B {\n/** Second. */\ntwo?: string }",
};
const page = `Before

<!-- options: a.ts A -->
outdated
<!-- end of options -->

Between

<!-- options: b.ts B deep. -->

<!-- end of options -->
`;

test("fillLists replaces each list and nothing else", () => {
  const filled = fillLists(page, (file) => sources[file] ?? "");
  expect(filled).toBe(`Before

<!-- options: a.ts A -->

- **\`one\`** (\`number\`; default: 1): First.

<!-- end of options -->

Between

<!-- options: b.ts B deep. -->

- **\`deep.two\`** (\`string\`): Second.

<!-- end of options -->
`);
  expect(fillLists(filled, (file) => sources[file] ?? "")).toBe(filled);
});
