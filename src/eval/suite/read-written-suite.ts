import { throwAll } from "../../core/errors/app-error.ts";
import type { JsonObject, JsonValue } from "../../core/json.ts";
import { shownPath } from "../../platform/index.ts";
import { loadFormat } from "../../schema/index.ts";
import { CanaryPlanter } from "../safety/canary-planter.ts";
import type { LoadFrame } from "./load-frame.ts";
import { readSuite } from "./load-suite.ts";
import { type ExpectFrame, readExpect } from "./read-expect.ts";
import { type SuitePath, type SuitePlaces, SuiteReader } from "./suite-reader.ts";
import type { CaseCheck, Suite, SuiteCase } from "./suite.ts";

/** A suite of one case that a program has put together, with the file that the program is written in. */
export interface WrittenSuite {
  readonly value: JsonObject;
  /** Absolute. */
  readonly path: string;
  /** Text of that file. */
  readonly text: string;
}

/** A case that is ready to be played, whose checks may come afterwards. */
export interface WrittenCase {
  readonly suite: Suite;
  readonly case: SuiteCase;
  /**
   * Reads an `expect:` list for it.
   *
   * @throws AppError or AppErrors with everything that is wrong with the list.
   */
  readChecks(list: JsonValue): readonly CaseCheck[];
}

/**
 * Reads a suite that is no YAML file as one that is: the same form, the same mistakes.
 *
 * @throws AppError or AppErrors with all of them.
 */
export async function readWrittenSuite(
  { value, path, text }: WrittenSuite,
  frame: LoadFrame,
): Promise<WrittenCase> {
  const file = shownPath(path, frame.cwd);
  const places = placesIn(file);
  const validate = await loadFormat("suite");
  const reader = new SuiteReader(places, validate(value));
  let checked: ExpectFrame | undefined;
  const later = (found: ExpectFrame): void => {
    checked ??= found;
  };
  const suite = await readSuite(value, reader, { ...frame, path, file, text, later });
  throwAll(reader.errors());
  const [only] = suite.cases;
  if (only === undefined || checked === undefined) throw new TypeError("the suite has no case");
  const { names, setting, memo } = checked;
  const planter = new CanaryPlanter(suite.id, only.canaries);
  return {
    suite,
    case: only,
    readChecks(list) {
      const inner = new SuiteReader(places, validate(around(list)));
      const expected = planter.plant({ list })["list"];
      const checks = readExpect(expected, expectPath, { reader: inner, names, setting, memo });
      throwAll(inner.errors());
      return checks;
    },
  };
}

const expectPath: SuitePath = ["cases", 0, "expect"];

/** The smallest suite with such a list, for the schema. */
function around(expect: JsonValue): JsonObject {
  return { suite: "s", target: { flow: "f" }, cases: [{ id: "c", ask: "a", expect }] };
}

/** A program's lines say nothing about its values: the place is named by the keys that lead to it. */
function placesIn(file: string): SuitePlaces {
  return {
    placeOf(path) {
      const inner = path[0] === "cases" ? path.slice(2) : path;
      return { file: inner.length === 0 ? file : `${file} (${inner.join(".")})` };
    },
  };
}
