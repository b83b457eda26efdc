import { expect, test } from "vitest";
import { jsdoc, oneLine } from "./jsdoc.ts";

test("writes one line on one line", () => {
  expect(jsdoc(["Lists pets."])).toBe("/** Lists pets. */\n");
});

test("puts paragraphs and tags apart, without trailing blanks", () => {
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

test("writes nothing for nothing", () => {
  expect(jsdoc(["", "  "])).toBe("");
});

test("lets no text end the comment", () => {
  expect(jsdoc(["Accepts */* and **/ too."])).toBe("/** Accepts *\\/* and **\\/ too. */\n");
});

test("lets no line of a text become a tag", () => {
  expect(jsdoc(["Sent to\n  @jane, see a@b"])).toBe("/**\n * Sent to\n *   \\@jane, see a@b\n */\n");
});

test("puts a text behind a tag on one line", () => {
  expect(oneLine(" The kind,\n such as `cat`.\n")).toBe("The kind, such as `cat`.");
});
