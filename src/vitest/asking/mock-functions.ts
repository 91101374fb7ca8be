import { AppError } from "../../core/errors/app-error.ts";
import type { JsonObject, JsonValue } from "../../core/json.ts";
import type { MockAnswer, Mocks } from "../../tools/index.ts";
import { plainJson } from "./plain-json.ts";
import { ToolError } from "./tool-error.ts";

/** What a function that answers for a tool may return. */
export type MockResult = JsonValue | ToolError;

/** Answers for a tool: from the arguments of the call to what the tool returns. */
export type MockFunction = (args: JsonObject) => MockResult | Promise<MockResult>;

/**
 * Stands for a function until the mocks are read: a template, of whose result nobody can know before a
 * call whether it is right.
 */
const placeholder = "{{ args }}";

/** The functions of a case's mocks, while the mocks are read as those of a YAML suite. */
export class MockFunctions {
  private readonly found = new Map<string, MockFunction>();

  /** Takes a function that stands in `tools:`, and gives back what to read in its place. */
  readonly take = (path: readonly string[], given: unknown): JsonValue | undefined => {
    const [block, ...inner] = path;
    if (block !== "tools" || !isMockFunction(given)) return undefined;
    if (inner.at(-1) === "returns") {
      this.found.set(key(inner.slice(0, -1)), given);
      return placeholder;
    }
    this.found.set(key(inner), given);
    return { returns: placeholder };
  };

  /** The mocks of these tools with the functions in place. */
  into(mocks: Mocks, tools: readonly string[]): Mocks {
    if (this.found.size === 0) return mocks;
    return new Map(
      [...mocks].map(([tool, mock]) => {
        if (!tools.includes(tool)) return [tool, mock];
        const rules = mock.rules.map((rule) => {
          const given = this.found.get(key(rule.written?.path ?? []));
          return given === undefined ? rule : { ...rule, answer: answerOf(given) };
        });
        return [tool, { ...mock, rules }];
      }),
    );
  }
}

function key(path: readonly (string | number)[]): string {
  return JSON.stringify(path.map(String));
}

function isMockFunction(value: unknown): value is MockFunction {
  return typeof value === "function";
}

/** The text of the function stands for it wherever somebody asks whether a case has changed. */
function answerOf(given: MockFunction): MockAnswer {
  return {
    isError: false,
    isTemplate: false,
    content: `function ${given.toString()}`,
    async compute(args) {
      const result: unknown = await given(structuredClone(args));
      if (result instanceof ToolError) return { isError: true, content: result.message };
      if (result === undefined) throw new TypeError("it returned nothing");
      return { isError: false, content: resultOf(result) };
    },
  };
}

function resultOf(result: unknown): JsonValue {
  try {
    return plainJson(result, ["its result"], { file: "" });
  } catch (error) {
    if (error instanceof AppError) throw new TypeError(error.message, { cause: error });
    throw error;
  }
}
