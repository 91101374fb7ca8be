#!/usr/bin/env node
import { runFetchAgents } from "./run-fetch.ts";
import { startProcess } from "./start-process.ts";

await startProcess(runFetchAgents);
