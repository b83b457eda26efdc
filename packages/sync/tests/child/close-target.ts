import { sqliteTarget } from "@serviceform/sync/sqlite";

let threadId = (): number => 0;
process.once("worker", (worker) => {
  threadId = () => worker.threadId;
});
process.once("exit", () => console.log(threadId() > 0 ? "the worker was idle" : "the worker had ended"));

const target = sqliteTarget(":memory:");
await target.open("write");
await target.close();
