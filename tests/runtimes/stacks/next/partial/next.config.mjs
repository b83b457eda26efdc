/** Next.js would take a folder above with a lockfile for the project. */
export default { outputFileTracingRoot: import.meta.dirname, cacheComponents: true, partialPrefetching: true };
