/**
 * The URL of a file of the pages, in the folder in which the build puts them, relative to `src` and `dist`: this file
 * must stay two folders deep. Resolved for each file, since a bundle in CommonJS has no `import.meta.url`.
 */
export function assetUrl(name: string): URL {
  return new URL(name, new URL("../../dist/ui/assets/", import.meta.url));
}
