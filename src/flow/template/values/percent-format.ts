import type { Budget } from "../runtime/budget.ts";
import { plain } from "./kinds.ts";
import { PercentArguments } from "./percent-arguments.ts";
import { convert } from "./percent-conversion.ts";
import { type PercentDirective, readDirective } from "./percent-directive.ts";
import { Markup, type Text, type Value } from "./value.ts";

/** Python's `text % values`. A text that is safe HTML escapes what is put into it. */
export function formatPercent(format: Text, values: Value, budget: Budget): Text {
  const safe = format instanceof Markup;
  const text = plain(format);
  budget.scan(text.length);
  const args = new PercentArguments(values, budget);
  const parts: string[] = [];
  let start = 0;
  for (let found = text.indexOf("%"); found >= 0; found = text.indexOf("%", start)) {
    parts.push(text.slice(start, found));
    if (text.charAt(found + 1) === "%") {
      parts.push("%");
      start = found + 2;
    } else {
      const directive = readDirective(text, found + 1, args);
      parts.push(formatOne(directive, args, { safe, budget }));
      start = directive.end;
    }
  }
  args.finish();
  parts.push(text.slice(start));
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  budget.produce(length);
  const result = parts.join("");
  return safe ? new Markup(result) : result;
}

interface PercentContext {
  readonly safe: boolean;
  readonly budget: Budget;
}

function formatOne(
  { width = 0, precision, flags, conversion, before }: PercentDirective,
  args: PercentArguments,
  { safe, budget }: PercentContext,
): string {
  budget.charge(1);
  budget.produce(Math.abs(width) + Math.abs(precision ?? 0));
  return convert({
    value: args.next(),
    conversion,
    before,
    // A negative width that was given as a value asks for the left side.
    flags: width < 0 ? `${flags}-` : flags,
    width: Math.abs(width),
    precision: precision === undefined ? undefined : Math.max(0, precision),
    safe,
    budget,
  });
}
