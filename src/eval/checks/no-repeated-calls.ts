import { canonicalJson } from "../../core/canonical-json.ts";
import { isJsonObject, type JsonObject } from "../../core/json.ts";
import { blank } from "../check/blank.ts";
import { callTable } from "../check/call-table.ts";
import type { Check } from "../check/check.ts";
import { asTexts, textsSchema } from "../check/text-list.ts";
import { toolMatcher } from "../check/tool-glob.ts";
import type { CallView } from "../check/trial-view.ts";

const made = (args: JsonObject, isError = false, tool = "get_issue"): CallView => ({
  component: "a",
  tool,
  args,
  isError,
});

export const noRepeatedCalls: Check = {
  id: "no_repeated_calls",
  needs: ["calls"],
  docs: {
    summary: "forbids the same call twice: the same tool with equal arguments",
    rationale:
      "An agent that asks again for what it has just read is going round in circles, and every round costs. Arguments are equal whatever the order of their keys. Written `no_repeated_calls: true`, or with options: `tools` or `except` say which tools count (`*` stands for any part of a name), `ignore` leaves arguments out of the comparison, such as a page or a reason, `max` allows the same call so often, and `after_error: true` does not count a repeat of a call whose last result was an error.",
  },
  schema: {
    anyOf: [
      { const: true },
      {
        type: "object",
        additionalProperties: false,
        properties: {
          tools: textsSchema("Only calls of these tools count."),
          except: textsSchema("Calls of these tools do not count."),
          ignore: textsSchema("Arguments that make no difference."),
          max: { type: "integer", minimum: 1, maximum: 1000, description: "1 by default." },
          after_error: {
            type: "boolean",
            description: "Whether what ended in an error may be tried again.",
          },
        },
      },
    ],
  },
  examples: [
    {
      trial: {
        calls: [
          made({ id: 1, page: 1 }),
          made({ page: 2, id: 1 }),
          made({ id: 1 }, false, "get_epic"),
          made({ id: 1 }, false, "get_epic"),
        ],
      },
      passes: [{ tools: "get_issue" }, { except: ["get_ep*"] }, { max: 2 }],
      fails: [
        true,
        { tools: ["get_issue"], ignore: "page" },
        { except: "get_issue" },
        { tools: "get_e*" },
        { after_error: true },
      ],
    },
    {
      trial: { calls: [made({ a: 1, b: { c: [1], d: 2 } }), made({ b: { d: 2, c: [1] }, a: 1 })] },
      passes: [{ max: 2 }],
      fails: [true],
    },
    {
      trial: {
        calls: [made({ id: 1 }, true), made({ id: 1 }), made({ id: 2 }), made({ id: "1" })],
      },
      passes: [{ after_error: true }],
      fails: [true, { after_error: false }],
    },
    {
      trial: { calls: [made({ id: 1 }, true), made({ id: 1 }), made({ id: 1 })] },
      passes: [{ max: 2, after_error: true }],
      fails: [{ after_error: true }],
    },
  ],
  refused: [{ tools: [] }, { ignore: " " }, { tools: "a", except: ["a"] }, { except: "*" }],
  prepare(value, reader) {
    const options = isJsonObject(value) ? value : {};
    const lists = (["tools", "except", "ignore"] as const).map((key) => {
      const texts = asTexts(options[key]);
      const isEmpty = options[key] !== undefined && (texts.length === 0 || texts.some(blank));
      if (isEmpty) reader.nothingToCheck([key], `a name in \`${key}\` is missing`);
      if (key !== "ignore" && !isEmpty) for (const name of texts) reader.usesTool([key], name);
      return texts;
    });
    const [tools = [], except = [], ignore = []] = lists;
    const left = tools.filter((name) => !except.some((other) => toolMatcher(other)(name)));
    if (except.includes("*") || (tools.length > 0 && left.length === 0)) {
      reader.nothingToCheck(["except"], "no tool is left");
    }
    const max = typeof options["max"] === "number" ? options["max"] : 1;
    const only = tools.length === 0 ? [() => true] : tools.map(toolMatcher);
    const without = except.map(toolMatcher);
    const counts = ({ tool }: CallView): boolean =>
      only.some((matches) => matches(tool)) && !without.some((matches) => matches(tool));
    return {
      type: "decidable",
      assess({ calls }) {
        const repeats = repeatsOf(calls, {
          counts,
          ignore,
          max,
          afterError: options["after_error"] === true,
        });
        const [first] = repeats.keys();
        const call = first === undefined ? undefined : calls[first];
        if (call === undefined) return { pass: true, message: "no call was repeated" };
        const others = repeats.size === 1 ? "" : `, and ${repeats.size - 1} more`;
        return {
          pass: false,
          message: `expected no call ${max === 1 ? "twice" : `more than ${max} times`}, but ${call.tool} was repeated${others}`,
          details: callTable([], calls, (_, index) => {
            const original = repeats.get(index);
            return original === undefined ? "" : `same as ${original + 1}`;
          }),
        };
      },
    };
  },
};

interface Comparison {
  readonly counts: (call: CallView) => boolean;
  readonly ignore: readonly string[];
  readonly max: number;
  readonly afterError: boolean;
}

/** Indexes of calls that should not have been made again, with that of the first such call. */
function repeatsOf(
  calls: readonly CallView[],
  { counts, ignore, max, afterError }: Comparison,
): ReadonlyMap<number, number> {
  const seen = new Map<string, { first: number; times: number; isError: boolean }>();
  const repeats = new Map<number, number>();
  for (const [index, call] of calls.entries()) {
    if (!counts(call)) continue;
    const args = Object.entries(call.args).filter(([name]) => !ignore.includes(name));
    const key = `${call.tool} ${canonicalJson(Object.fromEntries(args))}`;
    const known = seen.get(key);
    const isRetry = afterError && known?.isError === true;
    const times = (known?.times ?? 0) + (isRetry ? 0 : 1);
    if (known !== undefined && times > max) repeats.set(index, known.first);
    seen.set(key, { first: known?.first ?? index, times, isError: call.isError });
  }
  return repeats;
}
