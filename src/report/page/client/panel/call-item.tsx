import type { VNode } from "preact";
import type { TranscriptText } from "../../../../record/index.ts";
import { seconds } from "../../../words.ts";
import type { Quotation } from "../../data/mark-evidence.ts";
import { LongText } from "./long-text.tsx";
import { prettyJson } from "./pretty-json.ts";

interface Shown {
  readonly tool: string;
  readonly args: TranscriptText;
  readonly effectiveArgs?: TranscriptText;
  /** What the model read. */
  readonly content?: TranscriptText;
  /** What the tool gave, where that is something else. */
  readonly result?: TranscriptText;
  readonly isError: boolean;
  readonly durationMs?: number;
  readonly answeredBy?: string;
  readonly quotations?: readonly Quotation[] | undefined;
}

/** A call of a tool: what it was given, who answered, and what. */
export function CallItem(props: Shown): VNode {
  const { tool, args, effectiveArgs, content, result, isError } = props;
  const { durationMs, answeredBy, quotations = [] } = props;
  return (
    <div class={`call${isError ? " is-error" : ""}`}>
      <h4>
        <code>{tool}</code>
        {isError && <span class="flag is-critical">error</span>}
        <span class="small">
          {[answeredBy, durationMs === undefined ? undefined : seconds(durationMs)]
            .filter((each) => each !== undefined)
            .join(" · ")}
        </span>
      </h4>
      {args.text !== "{}" && <LongText of={prettyJson(args)} kind="code" />}
      {effectiveArgs !== undefined && (
        <>
          <h5>as the tool took it</h5>
          <LongText of={prettyJson(effectiveArgs)} kind="code" />
        </>
      )}
      {content !== undefined && (
        <>
          <h5>{isError ? "error" : "result"}</h5>
          {content.text === "" ? (
            <p class="small">empty</p>
          ) : (
            <LongText of={prettyJson(content)} kind="code" quotations={quotations} />
          )}
        </>
      )}
      {result !== undefined && (
        <>
          <h5>what the tool gave, which the model did not read</h5>
          <LongText of={prettyJson(result)} kind="code" />
        </>
      )}
    </div>
  );
}
