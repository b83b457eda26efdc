#!/usr/bin/env node
// Not built, so that a package manager finds it to link before anything is.
import "../dist/cli/main.js";
