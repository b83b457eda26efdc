import { expect, test } from "vitest";
import { isPooledByTransaction, type PooledSession } from "./is-pooled-by-transaction.js";

/** Connections to a pooler with these processes, of which the last idle one is used, as in PgBouncer. */
function createPooler(mode: "transaction" | "session", pids: number[]) {
  let opened = 0;
  const take = (): number => {
    const pid = pids.pop();
    if (pid === undefined) throw new Error("query_wait_timeout");
    return pid;
  };
  return {
    get opened() {
      return opened;
    },
    open(): PooledSession {
      opened += 1;
      let held: number | undefined;
      return {
        processID: 9_000_000,
        async query(sql) {
          const pid = held ?? take();
          if (mode === "session" || sql === "begin") held = pid;
          else if (held === undefined) pids.push(pid);
          return { rows: [{ pid }] };
        },
        async end() {
          if (held !== undefined) pids.push(held);
        },
      };
    },
  };
}

test.for([
  ["transaction", [1], true],
  ["transaction", [1, 2, 3], true],
  ["session", [1, 2, 3], false],
  ["session", [1], false],
] as const)("a pooler in %s mode with the processes %j is recognized", async ([mode, pids, expected]) => {
  const { open } = createPooler(mode, [...pids]);
  expect(await isPooledByTransaction(open(), async () => open())).toBe(expected);
});

test("a pooler that takes another session for each transaction is recognized", async () => {
  let next = 0;
  const open = (): PooledSession => ({
    processID: 9_000_000,
    query: async () => ({ rows: [{ pid: ++next }] }),
    end: async () => {},
  });
  expect(await isPooledByTransaction(open(), async () => open())).toBe(true);
});

test("without a pooler no second connection is opened", async () => {
  const pooler = createPooler("session", [7]);
  const session = { ...pooler.open(), processID: 7 };
  expect(await isPooledByTransaction(session, async () => pooler.open())).toBe(false);
  expect(pooler.opened).toBe(1);
});

test("a second connection that is rejected proves nothing", async () => {
  const { open } = createPooler("session", [7]);
  const reject = () => Promise.reject(new Error("too many connections"));
  expect(await isPooledByTransaction(open(), reject)).toBe(false);
});
