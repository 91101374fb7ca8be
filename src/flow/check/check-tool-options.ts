import { pyTruthy } from "../../core/python/py-truthy.ts";
import { isPyDict, isPyList, type PyValue } from "../../core/python/py-value.ts";
import { didYouMean } from "../../core/text/suggest.ts";
import type { FlowProblem } from "../problem/flow-problem.ts";
import type { ConfigNode } from "../read/config-node.ts";
import { describeValue } from "../read/describe-value.ts";
import type { FlowDraft } from "../read/flow-draft.ts";
import type { CheckContext } from "./flow-check.ts";

/** What a toolset presets must be arguments of the tool. Unknown tools are passed over, as in the service. */
export function checkToolOptions(
  { root }: FlowDraft,
  { knowledge }: CheckContext,
): readonly FlowProblem[] {
  return root
    .child("components")
    .items()
    .flatMap((component) => {
      return [...optionsOf(component)].flatMap(([tool, options]) => {
        const names = knowledge.tool?.(tool)?.optionNames;
        return names === undefined ? [] : checkOptions(options, { tool, names });
      });
    });
}

/** The last options of a tool are those that count. */
function optionsOf(component: ConfigNode): ReadonlyMap<string, ConfigNode> {
  const entries = component
    .child("toolset")
    .items()
    .flatMap((item) => item.entries());
  return new Map(
    entries.flatMap(({ key, node }) => {
      const isSet = node.value !== undefined && pyTruthy(node.value);
      return isSet && node.keyKind === undefined ? [[key, node] as const] : [];
    }),
  );
}

interface Tool {
  readonly tool: string;
  readonly names: readonly string[];
}

function checkOptions(options: ConfigNode, tool: Tool): readonly FlowProblem[] {
  if (options.dict === undefined) return checkShape(options, tool);
  return options.entries().flatMap(({ key, node }): readonly FlowProblem[] => {
    if (node.keyKind !== undefined || !tool.names.includes(key)) {
      return [{ at: node.at, range: node.keyRange, ...unknownOption(key, tool) }];
    }
    if (!isNested(node.value)) return [];
    const message = `the option "${key}" of the tool "${tool.tool}" is nested more than one level`;
    const hint = "the service presets only single values, flat lists and flat mappings";
    return [{ ...node.located, rule: "E57", message, hint }];
  });
}

/** Python goes through the items of a list and the letters of a text before it notices that it is no mapping. */
function checkShape(options: ConfigNode, tool: Tool): readonly FlowProblem[] {
  const { value } = options;
  const written = typeof value === "string" ? [value.charAt(0)] : value;
  const wrong = isPyList(written) && written.find((name) => !isName(name, tool));
  if (typeof wrong === "string") {
    return [{ ...options.located, ...unknownOption(wrong, tool), hint: hintOf(tool) }];
  }
  const message = `the options of the tool "${tool.tool}" must be a mapping, not ${describeValue(value)}`;
  return [{ ...options.located, rule: "E58", message, hint: hintOf(tool) }];
}

function isName(name: PyValue, { names }: Tool): boolean {
  return typeof name === "string" && names.includes(name);
}

function hintOf({ names: [first = "name"] }: Tool): string {
  return `write "${first}: value" below it, or only the tool's name`;
}

function unknownOption(
  key: string,
  { tool, names }: Tool,
): Pick<FlowProblem, "rule" | "message" | "hint"> {
  const message = `the tool "${tool}" has no option "${key}"`;
  return { rule: "E56", message, hint: didYouMean(key, names) };
}

function isNested(value: PyValue | undefined): boolean {
  const items = isPyDict(value) ? [...value.values()] : value;
  return isPyList(items) && items.some((item) => isPyDict(item) || isPyList(item));
}
