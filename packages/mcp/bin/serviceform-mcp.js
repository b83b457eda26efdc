#!/usr/bin/env node
// Not part of the build, so that a package manager can link this file before anything is built.
import module from "node:module";

// Node.js 22.8 and newer cache compiled code for the next start; older versions lack the function.
module.enableCompileCache?.();
await import("../dist/cli/main.js");
