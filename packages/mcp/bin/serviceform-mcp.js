#!/usr/bin/env node
// Not built, so that a package manager finds it to link before anything is.
import module from "node:module";

// Node.js 22.8 and newer keep what they compiled for the next start; older ones have no such function.
module.enableCompileCache?.();
await import("../dist/cli/main.js");
