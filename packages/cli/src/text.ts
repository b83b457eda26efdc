import {
  type ApplicationText,
  ArgumentScannerError,
  formatMessageForArgumentScannerError,
  text_en,
} from "@stricli/core";
import { toFlag } from "./flags/to-flag.js";

/** Stricli's texts in the wording of this project, for a command line. */
export function createText(argv: readonly string[]): ApplicationText {
  return {
    ...text_en,
    noCommandRegisteredForInput: ({ input, corrections }) => `unknown command "${input}"${suggest(corrections)}`,
    exceptionWhileParsingArguments: (error) => formatArgumentError(error, argv),
    exceptionWhileLoadingCommandFunction: (error) => messageOf(error),
    exceptionWhileRunningCommand: (error) => messageOf(error),
  };
}

function formatArgumentError(error: unknown, argv: readonly string[]): string {
  if (!(error instanceof ArgumentScannerError)) return messageOf(error);
  return formatMessageForArgumentScannerError(error, {
    FlagNotFoundError: ({ input, corrections }) => `unknown flag "--${input}"${suggest(corrections.map(withDashes))}`,
    AliasNotFoundError: ({ input }) => `unknown flag "-${input}"`,
    ArgumentParseError: ({ externalFlagNameOrPlaceholder: name, exception }) =>
      messageOf(exception).replace(/^value must/, `--${name} must`),
    EnumValidationError: ({ externalFlagName, values }) => `--${externalFlagName} must be ${values.join(" or ")}`,
    UnsatisfiedFlagError: ({ externalFlagName: name }) =>
      argv.includes(`--${name}`) ? `--${name} must have a value` : `--${name} is required`,
    UnsatisfiedPositionalError: ({ placeholder }) => `${placeholder} is required`,
    UnexpectedPositionalError: ({ input }) => `unknown argument "${input}"`,
    UnexpectedFlagError: ({ externalFlagName }) => `--${externalFlagName} must be given once`,
    InvalidNegatedFlagSyntaxError: ({ externalFlagName }) => `--${externalFlagName} must not have a value`,
  });
}

function suggest(corrections: readonly string[]): string {
  return corrections.length === 0 ? "" : `; did you mean ${corrections.join(" or ")}?`;
}

/** Stricli corrects to the name of a flag, or to an alias with its dash. */
function withDashes(name: string): string {
  return name.startsWith("-") ? name : toFlag(name);
}

function messageOf(error: unknown): string {
  return Object(error).message ?? String(error);
}
