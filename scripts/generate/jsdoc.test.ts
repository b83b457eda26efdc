import { expect, test } from "vitest";
import { jsdoc, oneLine } from "./jsdoc.ts";

test("jsdoc renders one line as a one-line comment", () => {
  expect(jsdoc(["Lists pets."])).toBe("/** Lists pets. */\n");
});

test("jsdoc separates paragraphs and tags without trailing blanks", () => {
  expect(jsdoc(["List pets\n", "", "Returns\n\n  all `pets`. "], ["@param a", "@throws b"], "  ")).toBe(
    [
      "  /**",
      "   * List pets",
      "   *",
      "   * Returns",
      "   *",
      "   *   all `pets`.",
      "   *",
      "   * @param a",
      "   * @throws b",
      "   */",
      "",
    ].join("\n"),
  );
});

test("jsdoc renders nothing for empty texts", () => {
  expect(jsdoc(["", "  "])).toBe("");
});

test("jsdoc escapes the end of a comment in a text", () => {
  expect(jsdoc(["Accepts */* and **/ too."])).toBe("/** Accepts *\\/* and **\\/ too. */\n");
});

test("jsdoc escapes a line of a text that looks like a tag", () => {
  expect(jsdoc(["Sent to\n  @jane, see a@b"])).toBe("/**\n * Sent to\n *   \\@jane, see a@b\n */\n");
});

test("oneLine joins the lines of a text", () => {
  expect(oneLine(" The kind,\n such as `cat`.\n")).toBe("The kind, such as `cat`.");
});
