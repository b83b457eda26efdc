#!/usr/bin/env node
// Not part of the build, so that a package manager can link this file before anything is built.
import module from "node:module";
import { isAbsolute, join } from "node:path";

// Node.js 22.8 and newer keep compiled code for the next start; older versions lack the function. Not in the folder for
// temporary files, where other users of the machine can write, and not below the current folder, which can be that of
// somebody else: Node.js runs what it finds.
const { LOCALAPPDATA = "", XDG_CACHE_HOME = "", HOME = "" } = process.env;
const caches = [LOCALAPPDATA, XDG_CACHE_HOME, join(HOME, ".cache")].find(isAbsolute);
if (caches) module.enableCompileCache?.(join(caches, "serviceform"));
await import("../dist/cli/main.js");
