import type { Target } from "@serviceform/sync";

/** A target whose process dies before one of its calls: uncommitted writes are lost, and the run does not end. */
export function createMortalTarget(target: Target, callsToLive: number): Target {
  let calls = 0;
  return new Proxy(target, {
    get(_, name) {
      const method = Reflect.get(target, name);
      if (typeof method !== "function" || name === "close") return method;
      return async (...parameters: unknown[]) => {
        calls += 1;
        if (calls <= callsToLive) return method.apply(target, parameters);
        if (calls === callsToLive + 1) await target.close();
        throw new Error("the process died");
      };
    },
  });
}
