import { createClient } from "@serviceform/client";

// Prints the outcome of a create, in a process with the proxy in its environment.
const serviceform = createClient({ retries: { baseDelayMs: 1 } });
const { ok, error } = await serviceform.safe.createItem({ spaceId: process.argv[2], primary_field: "Acme" });
const { name, status, attempts, mayHaveSucceeded } = error ?? {};
console.log(JSON.stringify({ ok, name, status, attempts, mayHaveSucceeded }));
