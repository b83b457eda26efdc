import { expect, test } from "vitest";
import { escapeMarkup } from "./escape-markup.js";

test.for([
  ["</svg><script>", "&lt;/svg&gt;&lt;script&gt;"],
  [`" onload='x'`, "&quot; onload=&#39;x&#39;"],
  ["&lt;", "&amp;lt;"],
  ["\u0634\u0643\u0631\u0627 \u{1F600}\n", "\u0634\u0643\u0631\u0627 \u{1F600}\n"],
  ["nul\u0000 lone\ud800", "nul\ufffd lone\ufffd"],
] as const)("%j is %j in markup", ([content, escaped]) => {
  expect(escapeMarkup(content)).toBe(escaped);
});
