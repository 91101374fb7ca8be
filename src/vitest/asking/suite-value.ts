import type { JsonObject } from "../../core/json.ts";
import type { Mocks } from "../../tools/index.ts";
import type { AgentOptions, AskOptions, Question } from "./agent-options.ts";
import { MockFunctions } from "./mock-functions.ts";
import { plainJson, plainMap } from "./plain-json.ts";

/** What a test says, taken apart. */
export interface Asked {
  /** For all cases of the agent. */
  readonly agent: AgentOptions;
  readonly question: Question;
  readonly options: AskOptions;
}

/** What a test does not say itself. */
export interface AskedPlace {
  readonly suite: string;
  readonly case: string;
  /** For messages. */
  readonly file: string;
}

/** A suite of one case, as its YAML would be. */
export interface SuiteValue {
  readonly value: JsonObject;
  /** Puts functions that answer for tools into the mocks that were read. */
  readonly withFunctions: (mocks: Mocks) => Mocks;
}

const targetKeys: ReadonlySet<string> = new Set([
  "flow",
  "version",
  "model",
  "privileges",
  "pre_approved_privileges",
  "mcp_tools",
  "denied_tools",
  "features",
  "chat",
  "http",
  "recorded",
  "duo_chat",
]);
/** Of these only suites speak; `id` and `task` are no part of what is written. */
const suiteKeys: ReadonlySet<string> = new Set(["script", "judge"]);
const ownKeys: ReadonlySet<string> = new Set(["suite", "target", "id", "task"]);

/** Writes what a test says as a suite of one case: from there on nothing knows that it was a program. */
export function suiteValue(asked: Asked, place: AskedPlace): SuiteValue {
  const { agent, question, options } = asked;
  const outerFunctions = new MockFunctions();
  const innerFunctions = new MockFunctions();
  const read = { file: place.file, onFunction: outerFunctions.take };
  const both = { ...agent, ...options };
  const target = plainMap(
    pick(both, (key) => targetKeys.has(key)),
    [],
    read,
  );
  const name = both.target ?? "default";
  const outer = plainMap(pick(agent, isOuter), [], read);
  const raised = plainMap(
    pick(options, (key) => suiteKeys.has(key)),
    [],
    read,
  );
  const inner = plainMap(
    pick(options, (key) => isOuter(key) && !suiteKeys.has(key)),
    [],
    { file: place.file, onFunction: innerFunctions.take },
  );
  // What a case says about a tool replaces what its suite says about it.
  const ofCase = Object.keys(options.tools ?? {});
  const ofAgent = Object.keys(agent.tools ?? {}).filter((tool) => !ofCase.includes(tool));
  return {
    withFunctions: (mocks) => innerFunctions.into(outerFunctions.into(mocks, ofAgent), ofCase),
    value: {
      suite: place.suite,
      ...(name === "default" ? { target } : { targets: { [name]: target } }),
      ...outer,
      ...raised,
      cases: [{ id: place.case, ...turnsOf(question, place.file), ...inner }],
    },
  };
}

function isOuter(key: string): boolean {
  return !ownKeys.has(key) && !targetKeys.has(key);
}

function turnsOf(question: Question, file: string): JsonObject {
  if (typeof question === "string") return { ask: question };
  const turns = question.map((turn) => (typeof turn === "string" ? { user: turn } : turn));
  return { conversation: plainJson(turns, ["conversation"], { file }) };
}

function pick(from: object, wanted: (key: string) => boolean): object {
  return Object.fromEntries(Object.entries(from).filter(([key]) => wanted(key)));
}
