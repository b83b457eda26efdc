import { startServer } from "@serviceform/sandbox/server";

// A sandbox of COUNT accounts: node serve-accounts.mjs COUNT. The keys are key-1, key-2, …
const accounts = Object.fromEntries(
  Array.from({ length: Number(process.argv[2]) }, (_, index) => [`key-${index + 1}`, index + 1]),
);
const { port, close } = await startServer({ accounts, leadCount: 30, chatCount: 20, itemCount: 20 });
process.send?.(port);
process.on("disconnect", () => void close());
