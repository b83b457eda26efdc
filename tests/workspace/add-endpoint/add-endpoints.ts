import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const ENDPOINTS = join(import.meta.dirname, "endpoints");
const HANDLERS = "packages/sandbox/src/handlers";

/**
 * Adds endpoints to the contract: `getLead` and `createLeadNote`, which has a nested path and its own schemas, and without
 * a handler two with arrays in the query, a header, the path and the body, one that takes a file, and one that responds
 * with CSV.
 */
export async function addToContract(root: string): Promise<void> {
  await cp(join(ENDPOINTS, "spec"), join(root, "spec"), { recursive: true });
  await insert(join(root, "spec/openapi.yaml"), [
    ["  /chats:\n", refer("/leads/{leadId}", "./paths/leads_{leadId}.yaml", "  ")],
    ["  /chats:\n", refer("/leads/{leadId}/notes", "./paths/leads_{leadId}_notes.yaml", "  ")],
    ["  /chats:\n", refer("/leads/search", "./paths/leads_search.yaml", "  ")],
    ["  /chats:\n", refer("/leads/{leadIds}/tags", "./paths/leads_{leadIds}_tags.yaml", "  ")],
    ["  /chats:\n", refer("/leads/{leadId}/files", "./paths/leads_{leadId}_files.yaml", "  ")],
    ["  /chats:\n", refer("/leads/table", "./paths/leads_table.yaml", "  ")],
    ["    startTime:\n", refer("leadId", "./components/parameters/leadId.yaml", "    ")],
    ["    Message:\n", refer("Note", "./components/schemas/Note.yaml", "    ")],
    ["    Message:\n", refer("NoteInput", "./components/schemas/NoteInput.yaml", "    ")],
  ]);
}

/** Adds stateful handlers of the first two to the sandbox. */
export async function addHandlers(root: string): Promise<void> {
  await cp(join(ENDPOINTS, "lead-notes.ts.txt"), join(root, HANDLERS, "lead-notes.ts"));
  await insert(join(root, HANDLERS, "handlers.ts"), [
    ['import { listLeads } from "./leads.js";\n', 'import { createLeadNote, getLead } from "./lead-notes.js";\n'],
    ["  listChats,\n", "  getLead,\n  createLeadNote,\n"],
  ]);
}

function refer(name: string, file: string, indent: string): string {
  return `${indent}${name}:\n${indent}  $ref: ${file}\n`;
}

/** Inserts lines, each before a line that must exist. */
async function insert(file: string, edits: readonly (readonly [before: string, text: string])[]): Promise<void> {
  let content = await readFile(file, "utf8");
  for (const [before, text] of edits) {
    if (!content.includes(before)) throw new Error(`${file} has no line ${JSON.stringify(before)}.`);
    content = content.replace(before, () => text + before);
  }
  await writeFile(file, content);
}
