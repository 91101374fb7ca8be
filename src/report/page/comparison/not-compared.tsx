import { comparableLines } from "../../comparison/comparable-text.ts";
import type { ComparedSection } from "./compared-view.ts";

/** What is compared, what is not, and why. */
export const notCompared: ComparedSection = {
  id: "not-compared",
  title: "What is compared",
  render: ({ comparison }) => (
    <ul class="notes">
      {comparableLines(comparison, { verbose: true }).map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  ),
};
