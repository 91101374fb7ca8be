import { isJsonObject, type JsonObject } from "../../core/json.ts";
import { textIn } from "../streaming/text-in.ts";

/** What an event of a stream adds to the text of the reply; empty for all that is not for a reader. */
export function wordsIn(event: JsonObject): string {
  switch (textIn(event, "type")) {
    case "content_block_start":
      return textOfType(event["content_block"], "text");
    case "content_block_delta":
      return textOfType(event["delta"], "text_delta");
    default:
      return "";
  }
}

function textOfType(part: JsonObject[string] | undefined, type: string): string {
  return isJsonObject(part) && part["type"] === type ? textIn(part, "text") : "";
}
