import { isApiError, isServiceformError, type ServiceformClient, ServiceformError } from "@serviceform/client";
import { assert } from "chai";
import { type Case, KEY } from "../case.ts";
import { failure } from "../caught.ts";

const SPACE = "space-customers";

interface Row {
  readonly title: string;
  readonly status: number;
  readonly call: (client: ServiceformClient) => Promise<unknown>;
  readonly key?: string;
}

const WRONG = "wr0ng-key";
/** An input that the compiler would reject. */
const bad = <Input>(input: object): Input => input as Input;

const rows: readonly Row[] = [
  { title: "listSpaces with a wrong key", status: 403, key: WRONG, call: (client) => client.listSpaces() },
  { title: "listLeads with a wrong key", status: 401, key: WRONG, call: (client) => client.listLeads() },
  { title: "listChats with a wrong key", status: 403, key: WRONG, call: (client) => client.listChats({}) },
  { title: "listItems of no space", status: 404, call: (client) => client.listItems({ spaceId: "none" }) },
  { title: "getItem of no item", status: 404, call: (client) => client.getItem({ spaceId: SPACE, itemId: "none" }) },
  {
    title: "createItem with a mistyped field",
    status: 422,
    call: (client) => client.createItem(bad({ spaceId: SPACE, primary_field: 7 })),
  },
  {
    title: "updateItem with a mistyped field",
    status: 422,
    call: (client) => client.updateItem(bad({ spaceId: SPACE, itemId: "item-1", primary_field: 7 })),
  },
  {
    title: "updateItem of an unknown item",
    status: 404,
    call: (client) => client.updateItem({ spaceId: SPACE, itemId: "none", primary_field: "x" }),
  },
  {
    title: "deleteItem of an unknown item",
    status: 404,
    call: (client) => client.deleteItem({ spaceId: SPACE, itemId: "none" }),
  },
  {
    title: "getChatStatistics of an invalid range",
    status: 400,
    call: (client) => client.getChatStatistics(bad({ startTime: "never", endTime: "never", metrics: ["totalChats"] })),
  },
];

export const errors: readonly Case[] = [
  ...rows.map(
    ({ title, status, call, key }): Case => ({
      title: `${title} gets ${status}`,
      async run({ open }) {
        const { client } = await open([], { apiKey: key ?? KEY });
        const error = await failure("ApiError", call(client));
        assert.strictEqual(error.status, status);
        assert.isString((error.body as { message?: unknown }).message);
        assert.isFalse(error.mayHaveSucceeded);
        assert.strictEqual(error.attempts, 1);
        assert.isTrue(error.message.endsWith(`: ${error.operation} ${error.method} ${error.url}`), error.message);
      },
    }),
  ),
  {
    title: "an error is an instance of its classes and has their name",
    async run({ open }) {
      const { client } = await open();
      const error = await failure("ApiError", client.getItem({ spaceId: SPACE, itemId: "none" }));
      assert.instanceOf(error, ServiceformError);
      assert.instanceOf(error, Error);
      assert.isTrue(
        isServiceformError(error) && isApiError(error, "getItem", 404) && !isApiError(error, "getItem", 403),
      );
      assert.strictEqual(Object.prototype.toString.call(error), "[object Error]");
      assert.strictEqual(String(error), `ApiError: ${error.message}`);
      assert.include(error.stack ?? "", "ApiError");
    },
  },
  {
    title: "the headers of a response can be read, over origins too",
    async run({ open }) {
      const { client } = await open([{ kind: "status", status: 503, retryAfterSeconds: 7 }], { retries: 0 });
      const error = await failure("ApiError", client.listSpaces());
      assert.strictEqual(error.headers.get("retry-after"), "7");
      assert.strictEqual(error.retryAfterMs, 7_000);
    },
  },
  {
    title: "a login page with status 200 is a ResponseError",
    async run({ open }) {
      const { client } = await open([{ kind: "html" }]);
      const error = await failure("ResponseError", client.listLeads());
      assert.strictEqual(error.status, 200);
      assert.include(error.bodyPreview, "<title>Sign in");
    },
  },
  {
    title: "a connection that is reset is a ConnectionError",
    async run({ open }) {
      const { client } = await open([{ kind: "reset", times: 50 }], { retries: 0 });
      const error = await failure("ConnectionError", client.listSpaces());
      assert.isUndefined(error.status);
      assert.instanceOf(error.cause, Error);
    },
  },
  {
    title: "an unreachable server is a ConnectionError",
    on: "http",
    async run({ open, host }) {
      // A loopback port on which no server listens any more.
      const { client, backend } = await open([], { retries: 0 });
      await backend.close();
      const error = await failure("ConnectionError", client.listSpaces());
      assert.instanceOf(error.cause, Error, host.print(error));
    },
  },
];
