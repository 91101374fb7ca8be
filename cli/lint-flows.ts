#!/usr/bin/env node
import { runLintFlows } from "./run-lint-flows.ts";
import { startProcess } from "./start-process.ts";

await startProcess(runLintFlows);
