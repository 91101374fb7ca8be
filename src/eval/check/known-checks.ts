import { createRegistry, type Registry } from "../../core/registry.ts";
import * as barrel from "../checks/index.ts";
import type { Check } from "./check.ts";

/** Every check that a suite may use. */
export const checks: Registry<Check> = createRegistry<Check>(barrel);
