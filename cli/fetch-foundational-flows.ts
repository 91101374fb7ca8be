#!/usr/bin/env node
import { notBuilt } from "./not-built.ts";

notBuilt("fetch-foundational-flows");
