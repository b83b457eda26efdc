import { createClient } from "@serviceform/client";
import { codePoint } from "@serviceform/tests-samples/code-point";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { listen } from "../runner/listen.ts";
import { clientOf, jsonResponse, rejection } from "../runner/scripted-client.ts";

/** Values that a server or proxy reads as a dot segment, or that no URL can contain. */
const isRejected = (value: string): boolean => value === "" || /^(\.|%2e){1,2}$/i.test(value) || !value.isWellFormed();

/** Edge cases are as likely as any string. */
const anyString = fc.oneof(
  fc.string({ unit: codePoint }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
  fc
    .array(
      fc.constantFrom(
        ".",
        "..",
        "%2e",
        "%2E",
        "/",
        "\\",
        "%",
        "?",
        "#",
        ";",
        " ",
        "%2f",
        "%5c",
        "\t",
        "\n",
        "a",
        "{itemId}",
        "@",
        ":",
      ),
      { maxLength: 5 },
    )
    .map((parts) => parts.join("")),
);

/** The paths of the requests. */
const sent: string[] = [];
const server = await listen((request, response) => {
  sent.push(request.url ?? "");
  response.end("{}");
});
afterAll(() => server.close());

const inMemory = clientOf(async (url) => {
  const { pathname, search } = new URL(url);
  sent.push(pathname + search);
  return jsonResponse({});
});
const overSockets = createClient({ apiKey: "k", baseUrl: `${server.url}/a/b` });

test.for([
  ["in memory", inMemory, "", 500],
  ["over a socket", overSockets, "/a/b", 150],
] as const)(
  "any string as a path value is rejected or arrives %s as exactly that one segment",
  async ([, client, prefix, numRuns]) => {
    await fc.assert(
      fc.asyncProperty(anyString, async (itemId) => {
        sent.length = 0;
        const call = client.deleteItem({ spaceId: "s", itemId });
        if (isRejected(itemId)) {
          expect(await rejection(call)).toMatchObject({ name: "ConfigurationError" });
          return void expect(sent).toEqual([]);
        }
        await call;
        expect(sent).toHaveLength(1);
        const [path = ""] = sent;
        const segment = path.slice(path.lastIndexOf("/") + 1);
        expect(path).toBe(`${prefix}/flex/spaces/s/items/${segment}`);
        expect(decodeURIComponent(segment)).toBe(itemId);
      }),
      { numRuns },
    );
  },
);

test("any string as a query value arrives unchanged, or is rejected", async () => {
  let urls: string[] = [];
  const client = clientOf(async (url) => {
    urls.push(url);
    return jsonResponse({});
  });
  await fc.assert(
    fc.asyncProperty(fc.array(anyString, { minLength: 1, maxLength: 3 }), async (metrics) => {
      urls = [];
      const call = client.getChatStatistics({ metrics });
      if (!metrics.every((metric) => metric.isWellFormed()))
        return void expect((await rejection(call)).name).toBe("ConfigurationError");
      await call;
      expect([...new URL(urls[0] ?? "").searchParams]).toEqual(metrics.map((metric) => ["metrics", metric]));
    }),
    { numRuns: 150 },
  );
});

/** Any JSON, with any numbers. */
const anyJson = fc.jsonValue({ maxDepth: 5 });
const isRounded = (value: unknown): boolean => Number.isInteger(value) && !Number.isSafeInteger(value);
const hasRounded = (value: unknown): boolean =>
  isRounded(value) || (typeof value === "object" && value !== null && Object.values(value).some(hasRounded));

test("any JSON in a body arrives unchanged, or is rejected for a rounded number", async () => {
  let body = "";
  const client = clientOf(async (_, init) => {
    body = String(init.body);
    return jsonResponse({});
  });
  const rejections = new Set<boolean>();
  await fc.assert(
    fc.asyncProperty(anyJson, async (primary_field) => {
      const call = client.createItem({ spaceId: "s", primary_field: primary_field as string });
      rejections.add(hasRounded(primary_field));
      if (hasRounded(primary_field)) return void expect((await rejection(call)).name).toBe("ConfigurationError");
      await call;
      expect(JSON.parse(body)).toEqual({ primary_field });
    }),
    { numRuns: 300 },
  );
  expect(rejections.size, "both were tried").toBe(2);
});

test("any number in a path or query arrives unchanged, or is rejected", async () => {
  let url = "";
  const client = clientOf(async (target) => {
    url = target;
    return jsonResponse({});
  });
  await fc.assert(
    fc.asyncProperty(fc.double(), async (number) => {
      const isRejected = !Number.isFinite(number) || isRounded(number) || Object.is(number, -0);
      const calls = [
        () => client.getItem({ spaceId: "s", itemId: number as never }),
        () => client.getChatStatistics({ startTime: number as never }),
      ];
      for (const call of calls) {
        if (isRejected) {
          expect((await rejection(call())).name).toBe("ConfigurationError");
          continue;
        }
        await call();
        const { pathname, searchParams } = new URL(url);
        expect(Number(searchParams.get("startTime") ?? pathname.split("/").at(-1))).toBe(number);
      }
    }),
    { numRuns: 300 },
  );
});
