import type { VNode } from "preact";
import { runId } from "../data/element-ids.ts";
import type { PageData } from "../data/page-data.ts";
import { setHash } from "./use-hash.ts";

/** Which of several runs is looked at. */
export function RunSwitch({ data, run }: { readonly data: PageData; readonly run: number }): VNode {
  return (
    <label class="field">
      <span>run</span>
      <select
        value={String(run)}
        onChange={({ currentTarget }) => setHash(`#${runId(Number(currentTarget.value))}`)}
      >
        {data.runs.map((each, index) => (
          <option value={String(index)}>{each.run}</option>
        ))}
      </select>
    </label>
  );
}
