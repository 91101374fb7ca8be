import type { JsonObject } from "../../core/json.ts";
import { caseName } from "./case-name.ts";
import { readQuarantine } from "./read-quarantine.ts";
import type { SuiteFrame } from "./suite-frame.ts";
import type { SuitePath, SuiteReader } from "./suite-reader.ts";
import type { SuiteCase } from "./suite.ts";

/** Reads how often a case is run, and what its outcome counts for. */
export function readWeight(
  value: JsonObject,
  path: SuitePath,
  frame: SuiteFrame,
): Pick<SuiteCase, "trials" | "require" | "critical" | "quarantine"> {
  return {
    ...readTrials(value, path, frame.reader),
    critical: value["critical"] === true,
    ...quarantineOf(value, path, frame),
  };
}

/** The case's own quarantine, or its suite's; a case that is critical has none. */
function quarantineOf(
  value: JsonObject,
  path: SuitePath,
  { reader, quarantine: ofSuite }: SuiteFrame,
): Pick<SuiteCase, "quarantine"> {
  const own = readQuarantine(value["quarantine"], [...path, "quarantine"], reader);
  const quarantine = own ?? ofSuite;
  if (quarantine === undefined) return {};
  if (value["critical"] === true) {
    reader.add({
      path: [...path, "critical"],
      atKey: true,
      code: "EVAL_QUARANTINE_INVALID",
      message: `${caseName(value)} is critical and in quarantine, ${own === undefined ? "its suite's" : "its own"}`,
      hint: "a case that decides by itself cannot decide nothing: remove one of the two",
    });
  }
  return { quarantine };
}

function readTrials(
  value: JsonObject,
  path: SuitePath,
  reader: SuiteReader,
): Pick<SuiteCase, "trials" | "require"> {
  const trials = typeof value["trials"] === "number" ? value["trials"] : 1;
  const required = typeof value["require"] === "number" ? value["require"] : trials;
  if (required > trials) {
    reader.add({
      path: [...path, "require"],
      code: "EVAL_REQUIRE_TOO_HIGH",
      message: `${required} trials must pass, but there ${trials === 1 ? "is 1" : `are ${trials}`}`,
      hint: `write a number up to ${trials}, or more \`trials\``,
    });
  }
  return { trials, require: required };
}
