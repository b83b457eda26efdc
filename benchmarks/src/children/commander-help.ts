import { operations } from "@serviceform/types/describe";
import { Command } from "commander";

/** The same commands and flags with commander, to measure its help. */
const program = new Command("serviceform");
for (const { noun, verb, title, input } of Object.values(operations)) {
  const parent = program.commands.find((command) => command.name() === noun) ?? program.command(noun);
  const command = parent.command(verb).description(title);
  const { properties = {} } = input as { readonly properties?: Readonly<Record<string, { description?: string }>> };
  for (const [key, { description }] of Object.entries(properties)) {
    command.option(`--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} <value>`, description);
  }
}
program.parse();
