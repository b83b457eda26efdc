/** Next.js would use a parent folder with a lockfile as the project root. */
export default { outputFileTracingRoot: import.meta.dirname, cacheComponents: true, partialPrefetching: true };
