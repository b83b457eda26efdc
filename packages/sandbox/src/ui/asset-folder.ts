/**
 * The folder in which the build puts the files of the pages, relative to `src` and `dist`: this file must stay two
 * folders deep.
 */
export const assetFolder: URL = new URL("../../dist/ui/assets/", import.meta.url);
