import * as fc from "fast-check";
import { expect, test } from "vitest";
import { AppError, AppErrors } from "../../core/errors/app-error.ts";
import { parseFlow } from "./parse-flow.ts";

const keys =
  "version environment flow entry_point inputs category input_schema type components name prompt_id prompt_version toolset tool_name response_schema_id max_cycles threshold compaction subagents ui_log_events routers from to as literal optional condition input routes default_route prompts unit_primitives prompt_template system user placeholder params model response_schemas schema_id definition properties required items enum pattern __proto__ constructor".split(
    " ",
  );
const texts =
  "v1 experimental ambient chat chat-partial a b end abort context:goal status conversation_history:a AgentComponent OneOffComponent HumanInputComponent DeterministicStepComponent object string array {{goal}} {%if%} ^1.0.0 (a+ on_user_response".split(
    " ",
  );

/** A value of a flow's file, of any shape, in words that mean something in one. */
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "medium", withCrossShrink: true },
    fc.constantFrom<unknown>(...texts, null, true, 0, 1, -1, 1.5, 2 ** 60, ""),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...keys), fc.constantFrom(...texts)), tie("value"), {
      maxKeys: 6,
    }),
  ),
}));

const flow = fc.record(
  {
    version: fc.oneof(fc.constant("v1"), value),
    environment: fc.oneof(fc.constantFrom("ambient", "chat", "chat-partial"), value),
    flow: value,
    components: fc.array(
      fc.oneof(value, fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 8 })),
    ),
    routers: fc.array(fc.dictionary(fc.constantFrom("from", "to", "condition"), value)),
    prompts: value,
    response_schemas: fc.array(fc.record({ schema_id: value, definition: value })),
  },
  { requiredKeys: [] },
);

test("a flow is read or refused within a second, whatever is in it", () => {
  let slowest = 0;
  fc.assert(
    fc.property(flow, (config) => {
      const started = performance.now();
      try {
        parseFlow(JSON.stringify(config), "f.yml");
      } catch (error) {
        if (!(error instanceof AppError || error instanceof AppErrors)) throw error;
      }
      slowest = Math.max(slowest, performance.now() - started);
    }),
    { seed: 11, numRuns: 20_000 },
  );
  expect(slowest).toBeLessThan(1_000);
});
