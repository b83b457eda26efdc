// A worker that kills itself at the end of its first job: node dying-worker.ts DATABASE API_URL before-commit|after-commit
import { createClient } from "@serviceform/client";
import { createSync } from "@serviceform/sync";
import { postgresTarget, type Transaction } from "@serviceform/sync/postgres";
import { pgBossEngine } from "@serviceform/sync/worker";

const [database = "", baseUrl = "", moment = ""] = process.argv.slice(2);
const client = createClient({ apiKey: "sf_sandbox_key", baseUrl });
const engine = pgBossEngine(database, { pollMs: 20 });
await engine.start();
await engine.work(async (job) => {
  const beforeDone = async (transaction: Transaction): Promise<void> => {
    await engine.completeIn(transaction, job);
    if (moment === "before-commit") process.kill(process.pid, "SIGKILL");
  };
  const target = postgresTarget(database, { beforeDone });
  await createSync({ client, target, account: job.account, streams: ["leads"] }).run();
  process.kill(process.pid, "SIGKILL");
  return { kind: "done" };
});
