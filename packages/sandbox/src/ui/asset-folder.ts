/** Where the build puts the files of the pages, seen from `src` as from `dist`: this file stays two folders deep. */
export const assetFolder: URL = new URL("../../dist/ui/assets/", import.meta.url);
