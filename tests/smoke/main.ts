import { startServer } from "@serviceform/sandbox/server";
import { runTour } from "./run-tour.ts";

process.exitCode = await runTour({ startServer, print: console.log });
