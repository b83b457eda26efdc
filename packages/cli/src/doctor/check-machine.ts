import type { CheckResult } from "./check-result.js";

/** The variables that Node.js reads. */
const PROXY_VARIABLES = ["HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"];

/** A response can be a few seconds old, and its `Date` has no fractions of a second. */
const TOLERATED_SECONDS = 30;

/** Checks the version against `engines` of the package: 20.19 or newer. */
export function checkNode(version: string): CheckResult {
  const isRecent = isSince(version, 20, 19);
  const message = isRecent ? version : `${version} is too old; install 20.19 or newer`;
  return { status: isRecent ? "ok" : "fail", check: "Node.js", message };
}

/**
 * Names only the variables, since their values can contain a password. Node.js reads them from 22.21 and 24.0 on, and
 * only if `NODE_USE_ENV_PROXY` is set.
 */
export function checkProxy(env: { readonly [name: string]: string | undefined }, version: string): CheckResult {
  const check = "proxy";
  // By its keys: the environment of Windows has every name in any case.
  const set = Object.keys(env).filter((name) => env[name]);
  const names = PROXY_VARIABLES.filter((name) => set.includes(name)).join(", ");
  if (names === "") return { status: "ok", check, message: "no proxy variable is set" };
  const canRead = isSince(version, 24, 0) || (isSince(version, 22, 21) && !isSince(version, 23, 0));
  if (canRead && env.NODE_USE_ENV_PROXY === "1") return { status: "ok", check, message: `${names} is used` };
  const advice = `${canRead ? "" : "install Node.js 24 and "}set NODE_USE_ENV_PROXY=1, or unset it`;
  return { status: "warn", check, message: `${names} is set, and Node.js ignores it; ${advice}` };
}

function isSince(version: string, sinceMajor: number, sinceMinor: number): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > sinceMajor || (major === sinceMajor && minor >= sinceMinor);
}

/** Compares the clock of this machine, in epoch milliseconds, with the `Date` of a response. */
export function checkClock(date: string | null, now: number): CheckResult {
  const time = Date.parse(date ?? "");
  if (Number.isNaN(time)) {
    return { status: "warn", check: "clock", message: "not compared, since the response has no Date header" };
  }
  const seconds = Math.round((now - time) / 1000);
  if (Math.abs(seconds) <= TOLERATED_SECONDS) {
    return { status: "ok", check: "clock", message: `within ${TOLERATED_SECONDS} s of the API's` };
  }
  const offset = `${Math.abs(seconds)} s ${seconds < 0 ? "behind" : "ahead of"} the API's`;
  return { status: "warn", check: "clock", message: `${offset}; ranges such as 30d are off by as much` };
}
