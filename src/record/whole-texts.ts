import type { KeptBlock, ModelCalled } from "./events/index.ts";
import type { RunEvent } from "./run-event.ts";

/** The events of a journal with the texts in place that are kept once for all of it. */
export function withWholeTexts(events: readonly RunEvent[]): readonly RunEvent[] {
  const texts = new Map<string, string>();
  return events.flatMap((event): RunEvent | readonly [] => {
    if (event.type === "text_kept") {
      texts.set(event.id, event.text);
      return [];
    }
    return event.type === "model_called" ? wholeCall(event, texts) : event;
  });
}

function wholeCall(event: ModelCalled, texts: ReadonlyMap<string, string>): ModelCalled {
  const { system, ...rest } = event.request;
  if (system === undefined) return event;
  const blocks = system.map((block) => ("kept" in block ? wholeBlock(block, texts) : block));
  return { ...event, request: { ...rest, system: blocks } };
}

function wholeBlock(
  block: KeptBlock,
  texts: ReadonlyMap<string, string>,
): NonNullable<ModelCalled["request"]["system"]>[number] {
  const { kept, ...rest } = block;
  const text = texts.get(kept);
  // The line that kept it was cut off; the id says at least what is missing.
  return text === undefined ? block : { ...rest, text };
}
