import { codeFamilies } from "./code/code-families.ts";
import type { Family } from "./core/family.ts";
import { planningFamilies } from "./planning/planning-families.ts";

/** Everything that the fake GitLab has. */
export const families: readonly Family[] = [...planningFamilies, ...codeFamilies];
