import { apiContract, type Contract } from "../contract.js";
import { assertOption, type Settings } from "../options.js";
import { compareStatistics } from "./compare-statistics.js";
import { createCountRecords } from "./count-records.js";
import { createQuery } from "./create-query.js";
import { createExportRecords } from "./export-records.js";
import { findPerson } from "./find-person.js";
import { createOperationTools } from "./operation-tools.js";
import { createSearchTools } from "./search-tools.js";
import { isWithinList, shortenList } from "./shorten-list.js";
import type { Tool } from "./tool.js";

/** The descriptions of more operations would fill the context window of an assistant. */
const MAX_OPERATION_TOOLS = 30;

/** All tools that the settings allow. Throws `TypeError` if `tools` names a tool that does not exist. */
export function createTools(
  contract: Contract,
  settings: Settings,
  { writesFiles }: { readonly writesFiles: boolean },
): readonly Tool[] {
  const operationTools = createOperationTools(contract, settings);
  const others = [
    ...(contract === apiContract ? [createCountRecords(contract), findPerson, compareStatistics] : []),
    ...(writesFiles && contract === apiContract ? [createExportRecords(contract)] : []),
    ...(settings.mirror === undefined ? [] : [createQuery(settings.mirror)]),
  ];
  const isLarge = Object.keys(contract.operations).length > MAX_OPERATION_TOOLS;
  const isListed = !isLarge && isWithinList(shortenList([...operationTools, ...others]));
  const all = [...(isListed ? operationTools : createSearchTools(operationTools)), ...others];
  const names = all.map(({ name }) => name);
  const unknown = settings.tools?.find((name) => !names.includes(name));
  assertOption(unknown === undefined, `unknown tool "${unknown}"; expected ${names.join(", ")}`);
  return shortenList(settings.tools ? all.filter(({ name }) => settings.tools?.includes(name)) : all);
}
