import type { Row } from "../mutation.ts";

export const readField: Row[] = [
  [
    "isPlatformGetter(name, field.get) ? field.get?.call(value) : field.value",
    "field.get ? field.get.call(value) : field.value",
    "a getter is run",
    ["causes.test.ts"],
  ],
  ["level < MAX_PROTOTYPES", "level < 1", "what a prototype says is not seen", ["causes.test.ts"]],
  [
    "  } catch {\n    // A proxy",
    "  } finally {\n    // A proxy",
    "a proxy that throws ends the call",
    ["causes.test.ts"],
  ],
];
