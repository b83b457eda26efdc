#!/usr/bin/env node
// Not part of the build, so that a package manager can link this file before anything is built.
import "../dist/server/cli.js";
