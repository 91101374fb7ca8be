import { embedJson } from "./embed-json.ts";
import { printableData } from "./printable-data.ts";

/** An element with data for the page's script. */
export function dataElement(id: string, value: object): string {
  return `<script type="application/json" id="${id}">${embedJson(printableData(value))}</script>\n`;
}
