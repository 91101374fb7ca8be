import { loadPrism } from "@ruby/prism";
import { readRuby } from "./read-ruby.ts";
import type { RubyReading } from "./ruby-literals.ts";

/**
 * Reads Ruby files: a JSON list of their texts in, a JSON list of {@link RubyReading} out. Runs in a
 * process of its own, because the parser is WebAssembly, prints warnings, and may be made to crash.
 */
export async function answer(input: string): Promise<string> {
  const texts: readonly string[] = JSON.parse(input);
  let parse = await loadPrism();
  const readings: RubyReading[] = [];
  for (const text of texts) {
    try {
      readings.push(readRuby(text, parse(text)));
    } catch {
      // Nested so deeply that the stack did not suffice, after which the parser cannot be used again.
      readings.push({ tooDeep: true });
      parse = await loadPrism();
    }
  }
  return JSON.stringify(readings);
}
