import { catalogErrors } from "./catalog.ts";
import { cliErrors } from "./cli.ts";
import { compareErrors } from "./compare.ts";
import { duoChatErrors } from "./duo-chat.ts";
import { engineErrors } from "./engine.ts";
import { evalErrors } from "./eval.ts";
import { flowErrors } from "./flow.ts";
import { gitlabErrors } from "./gitlab.ts";
import { judgeErrors } from "./judge.ts";
import { lintErrors } from "./lint.ts";
import { modelErrors } from "./model.ts";
import { platformErrors } from "./platform.ts";
import { recordErrors } from "./record.ts";
import { schemaErrors } from "./schema.ts";
import { simulatorsErrors } from "./simulators.ts";
import { targetErrors } from "./target.ts";
import { toolsErrors } from "./tools.ts";
import { vitestErrors } from "./vitest.ts";
import { yamlErrors } from "./yaml.ts";

type Codes = typeof catalogErrors &
  typeof cliErrors &
  typeof compareErrors &
  typeof duoChatErrors &
  typeof engineErrors &
  typeof evalErrors &
  typeof flowErrors &
  typeof gitlabErrors &
  typeof judgeErrors &
  typeof lintErrors &
  typeof modelErrors &
  typeof platformErrors &
  typeof recordErrors &
  typeof schemaErrors &
  typeof simulatorsErrors &
  typeof targetErrors &
  typeof toolsErrors &
  typeof vitestErrors &
  typeof yamlErrors;

/** Every code an expected error can carry, with its documentation. A code not here does not compile. */
export const errorCodes: Codes = {
  ...catalogErrors,
  ...cliErrors,
  ...compareErrors,
  ...duoChatErrors,
  ...engineErrors,
  ...evalErrors,
  ...flowErrors,
  ...gitlabErrors,
  ...judgeErrors,
  ...lintErrors,
  ...modelErrors,
  ...platformErrors,
  ...recordErrors,
  ...schemaErrors,
  ...simulatorsErrors,
  ...targetErrors,
  ...toolsErrors,
  ...vitestErrors,
  ...yamlErrors,
};

export type ErrorCode = keyof Codes;
