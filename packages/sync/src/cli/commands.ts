import type { Command } from "./command.js";
import { accountsCommand } from "./fleet/accounts-command.js";
import { deadCommand } from "./fleet/dead-command.js";
import { fleetCommand } from "./fleet/fleet-command.js";
import { planCommand } from "./fleet/plan-command.js";
import { workerCommand } from "./fleet/worker-command.js";
import { asOfCommand, diffCommand, purgeCommand, statusCommand, verifyCommand } from "./read-commands.js";
import { runCommand } from "./run-command.js";
import { schemaCommand } from "./schema-command.js";
import { singerCommand } from "./singer-command.js";

/** The commands of `serviceform sync` by their names, in the order of the help. */
export const commands: Readonly<Record<string, Command>> = {
  run: runCommand,
  status: statusCommand,
  verify: verifyCommand,
  diff: diffCommand,
  asof: asOfCommand,
  purge: purgeCommand,
  schema: schemaCommand,
  singer: singerCommand,
  accounts: accountsCommand,
  plan: planCommand,
  worker: workerCommand,
  dead: deadCommand,
  fleet: fleetCommand,
};
