import { configSchema } from "../src/config/config-schema.ts";
import { suiteSchema } from "../src/eval/suite/suite-schema.ts";
import { scriptSchema } from "../src/model/script/script-schema.ts";
import type { Format } from "./generate/format.ts";

/** Every file format of ours. `schemas/` and the validators in `src/schema/generated/` follow from it. */
export const formats: readonly Format[] = [
  { id: "config", title: "flowproof.yml", schema: configSchema },
  { id: "script", title: "flowproof script", schema: scriptSchema },
  { id: "suite", title: "flowproof suite", schema: suiteSchema },
];
