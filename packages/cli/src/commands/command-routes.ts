import { type OperationDescription, operations } from "@serviceform/types/describe";
import { buildRouteMap, type Command, type RouteMap } from "@stricli/core";
import type { Context } from "../context.js";
import { apiCommand } from "./api-command.js";
import { exportCommand } from "./export-command.js";
import { operationCommand } from "./operation-command.js";
import { packageCommand } from "./package-command.js";

type Routes = Record<string, Command<Context> | RouteMap<Context>>;

/** Every command: a noun and a verb for each operation, and those of this package. */
export function commandRoutes(): Routes {
  const nouns = groupByNoun(Object.entries(operations));
  const routes: Routes = {};
  for (const [noun, commands] of nouns) {
    const docs = { brief: `${[...commands.keys()].join(", ")} ${noun}` };
    routes[noun] = buildRouteMap({ routes: Object.fromEntries(commands), docs });
  }
  return { ...routes, api: apiCommand(), sync: packageCommand("sync"), mcp: packageCommand("mcp") };
}

function groupByNoun(entries: readonly (readonly [string, OperationDescription])[]) {
  const nouns = new Map<string, Map<string, Command<Context>>>();
  const add = (noun: string, verb: string, command: Command<Context>) => {
    nouns.set(noun, (nouns.get(noun) ?? new Map()).set(verb, command));
  };
  for (const [operationId, operation] of entries) {
    const { noun, verb, element } = operation;
    add(noun, verb, operationCommand(operationId, operation));
    if (verb === "list" && element !== undefined) add(noun, "export", exportCommand(operationId, operation, element));
  }
  return nouns;
}
