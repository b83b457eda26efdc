import type { Bundle } from "./bundle.ts";

/**
 * The maximum size of a bundle with the first operations, in bytes after gzip. It was 7 500 when the client trusted its
 * network, its `fetch` and its inputs. The rest pays for the following; generated/size.json has the minified bytes of
 * each file:
 * - errors that are safe to print and show whether a request was sent: send/{to-error,copy-cause,read-field,redact}
 * - responses of any `fetch`, within a size: send/{read-body,response,read-success}, stream
 * - delays that the API sets, and slots that are never lost: send/{retry-after,queue,deadline}
 * - inputs that are sent as they were validated, implausible keys: request, options/{api-key,is-browser}
 * - `client.request`, of which a truncated response is an error (about 30 bytes), and `extra`:
 *   request/{custom-request,split-input}
 * - a code and a whole sentence for each invalid option or input, an address for each error (about 500 bytes)
 * - an error as the reason of an abort when a stream is left (27 bytes), bodies that are null (16 bytes),
 *   redirects to a URL without an origin (15 bytes), signals of libraries (25 bytes),
 *   codes of certificates alone (30 bytes), hooks of a class with fields (7 bytes)
 * - fields of errors that can be assigned, as loggers do (19 bytes)
 * - bodies that fail after their headers, options that would be ignored, longer secrets first (134 bytes)
 * - earlier keys of a call in errors (about 30 bytes), templates as base URLs (6 bytes)
 * - rules that are code, a call and its progress as values, one function for each step (about 500 bytes): it reads faster
 */
const FIXED_BYTES = 12_810;
const FIRST_OPERATIONS = 9;

/** The maximum size of each later operation's entry in the table; the largest of the first, `listChats`, takes 36. */
const BYTES_PER_OPERATION = 40;

/**
 * What the client needs for a feature that only some contracts have, in bytes after gzip: the growth of the bundle with
 * that constant of generated/uses.ts set to true; of text, bytes and events beside `usesMedia`, without which there are none.
 */
const FEATURE_BYTES: Readonly<Record<Feature, number>> = {
  usesAnyJson: 37,
  usesBinary: 34,
  usesBodyMedia: 1_285,
  usesEvents: 493,
  usesHeaderParameters: 180,
  usesMedia: 652,
  usesOmittedBodies: 36,
  usesOpenBodies: 8,
  usesOwnServers: 28,
  usesPages: 1_337,
  usesSecuritySchemes: 648,
  usesSeveralSuccesses: 19,
  usesShadows: 111,
  usesStyles: 344,
  usesText: 8,
  usesWholeBodies: 64,
};

/** Features together cost more than each alone, by at most this share, or these bytes for a small one. */
const SHARED_SHARE = 0.1;
const SHARED_BYTES = 20;

type Feature = Extract<keyof typeof import("@serviceform/types"), `uses${string}`>;

/** The maximum size of a bundle of that many operations with these features, in bytes after gzip. */
export function sizeLimit(operations: number, features: Readonly<Record<Feature, boolean>>): number {
  // The keys are features, which `Object.entries` types as `string`.
  const used = Object.entries(FEATURE_BYTES).filter(([feature]) => features[feature as Feature]);
  const withShare = used.map(([, bytes]) => bytes + Math.max(SHARED_BYTES, Math.ceil(SHARED_SHARE * bytes)));
  const ofFeatures = withShare.reduce((sum, bytes) => sum + bytes, 0);
  return FIXED_BYTES + ofFeatures + BYTES_PER_OPERATION * Math.max(0, operations - FIRST_OPERATIONS);
}

/** Files that the main entry must not import: other entries and their parts. */
const OTHER_ENTRIES =
  /^client\/(validate|openapi-fetch)\/|^openapi-fetch\/|openapi\.json$|^types\/(generated\/)?(contract|describe)\.[jt]s$/;

/** The problems of the main entry's bundle, one sentence each; `known` are the accepted bytes of its files. */
export function checkSizeBudget(
  { gzip, limit }: { readonly gzip: number; readonly limit: number },
  files: Bundle["files"],
  known: Readonly<Record<string, number>>,
): string[] {
  const problems = files
    .filter(([file]) => OTHER_ENTRIES.test(file))
    .map(([file]) => `${file} is in the bundle of @serviceform/client alone.`);
  if (gzip <= limit) return problems;
  const grown = files
    .map(([file, bytes]) => ({ file, bytes, more: bytes - (known[file] ?? 0) }))
    .filter(({ more }) => more > 0)
    .sort((left, right) => right.more - left.more)
    .map(({ file, bytes, more }) => `  ${file} grew by ${more} to ${bytes} bytes, minified`);
  const heading = `A bundle of all operations weighs ${gzip} bytes after gzip, ${gzip - limit} too many:`;
  return [...problems, [heading, ...(grown.length > 0 ? grown : ["  no file of ours grew"])].join("\n")];
}
