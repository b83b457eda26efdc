import { expect, test } from "vitest";
import { createShadowFinder } from "./find-shadow.ts";

test.for([
  ["/leads/{leadId}", ["/leads/recent"], ["/leads/recent"], ["/leads/7", "/leads/recent/notes"]],
  [
    "/leads/{leadId}",
    ["/leads/{leadId}.json", "/leads/{leadId}:archive"],
    ["/leads/7.json", "/leads/7:archive"],
    ["/leads/json"],
  ],
  ["/{kind}/recent", ["/leads/{leadId}"], ["/leads/recent"], ["/chats/recent"]],
  ["/a/{x}/c", ["/a/{y}/d", "/{z}/b/c"], [], ["/a/b/c"]],
] as const)("%s beside %j is shadowed at %j", ([path, others, shadowed, free]) => {
  const pattern = createShadowFinder([path, ...others])(path);
  const isShadowed = (url: string): boolean => pattern !== undefined && new RegExp(pattern).test(url);
  expect(shadowed.filter((url) => !isShadowed(url))).toEqual([]);
  expect(free.filter(isShadowed)).toEqual([]);
});

test("findShadow returns undefined for a path without templates", () => {
  expect(createShadowFinder(["/leads/recent", "/leads/{leadId}"])("/leads/recent")).toBeUndefined();
});
