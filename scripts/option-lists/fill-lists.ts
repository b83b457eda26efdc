import { renderOptions } from "./render-options.ts";

/** `<!-- options: FILE INTERFACE PREFIX -->`, without a prefix for most, then the list up to `<!-- end of options -->`. */
const LIST = /<!-- options: (\S+) (\w+)(?: (\S+))? -->\n[\s\S]*?<!-- end of options -->/g;

/** Returns a page with the lists of options of the sources. */
export function fillLists(page: string, readSource: (file: string) => string): string {
  return page.replaceAll(LIST, (_, file: string, name: string, prefix: string | undefined) => {
    const head = ["<!-- options:", file, name, ...(prefix === undefined ? [] : [prefix]), "-->"].join(" ");
    return `${head}\n\n${renderOptions(readSource(file), name, prefix ?? "")}\n\n<!-- end of options -->`;
  });
}
