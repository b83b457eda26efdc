import { type OperationDescription, type OperationId, operations } from "@serviceform/types/describe";
import { buildRouteMap, type Command, type RouteMap } from "@stricli/core";
import type { CompletionEntry } from "../completion/render-completion.js";
import type { Context } from "../context.js";
import { toFlag } from "../flags/to-flag.js";
import { apiCommand } from "./api-command.js";
import { completionCommand } from "./completion-command.js";
import { doctorCommand } from "./doctor-command.js";
import { exportCommand } from "./export-command.js";
import { importCommand } from "./import-command.js";
import { operationCommand } from "./operation-command.js";
import { packageCommand } from "./package-command.js";
import { statisticsCommand } from "./statistics-command.js";

type Routes = Record<string, Command<Context> | RouteMap<Context>>;

/**
 * All commands: a noun and a verb for each operation, and the commands of this package. If `first` is a noun, only
 * those of that noun.
 */
export function commandRoutes(first?: string): Routes {
  // The keys are the operation IDs, which `Object.entries` types as `string`.
  const entries = Object.entries(operations) as [OperationId, OperationDescription][];
  const own = entries.filter(([, { noun }]) => noun === first);
  const nouns = groupByNoun(own.length > 0 ? own : entries);
  const routes: Routes = {};
  for (const [noun, commands] of nouns) {
    const verbs = [...commands.keys()].join(", ").replace(/, (?=\w+$)/, " and ");
    const docs = { brief: `${verbs.slice(0, 1).toUpperCase()}${verbs.slice(1)} ${noun}` };
    routes[noun] = buildRouteMap({ routes: Object.fromEntries(commands), docs });
  }
  const all: Routes = {
    ...routes,
    api: apiCommand(),
    doctor: doctorCommand(),
    sync: packageCommand("sync"),
    mcp: packageCommand("mcp"),
    completion: completionCommand(() => describeCommands(all)),
  };
  return all;
}

/** Every command of this package as its words, with its flags. */
function describeCommands(routes: Routes, before: readonly string[] = []): readonly CompletionEntry[] {
  return Object.entries(routes).flatMap(([word, target]) => {
    const words = [...before, word];
    if ("getAllEntries" in target) {
      const inner = target.getAllEntries().map((entry) => [entry.name.original, entry.target]);
      return describeCommands(Object.fromEntries(inner), words);
    }
    const { flags = {} } = target.parameters;
    return [{ words, following: [...Object.keys(flags).map(toFlag), "--help"] }];
  });
}

function groupByNoun(entries: readonly (readonly [OperationId, OperationDescription])[]) {
  const nouns = new Map<string, Map<string, Command<Context>>>();
  const add = (noun: string, verb: string, command: Command<Context>) => {
    nouns.set(noun, (nouns.get(noun) ?? new Map()).set(verb, command));
  };
  for (const [operationId, operation] of entries) {
    const { noun, verb, element } = operation;
    add(noun, verb, operationCommand(operationId, operation));
    if (verb === "list" && element !== undefined) add(noun, "export", exportCommand(operationId, operation, element));
  }
  // Added by hand, since it calls several operations; left out if the contract has no items.
  if (nouns.has("items")) add("items", "import", importCommand());
  if (nouns.has("statistics")) add("statistics", "show", statisticsCommand());
  return nouns;
}
