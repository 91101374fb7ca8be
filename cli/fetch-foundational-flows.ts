#!/usr/bin/env node
import { runFetchFlows } from "./run-fetch.ts";
import { startProcess } from "./start-process.ts";

await startProcess(runFetchFlows);
