import type { JsonObject } from "../../core/json.ts";
import { callPatternSchema } from "../check/call-pattern.ts";
import { textsSchema } from "../check/text-list.ts";
import { injectionFamilies, injectionPack } from "./injection-pack.ts";

/** JSON Schema of `inject:`, of a suite or a case. */
export const injectSchema: JsonObject = {
  description:
    "Makes further cases of this one, each with another instruction planted in what tools return. The case's own checks must hold in them too.",
  anyOf: [
    { const: false, description: "None for this case, whatever the suite says." },
    {
      type: "object",
      additionalProperties: false,
      required: ["into", "forbid"],
      properties: {
        into: textsSchema(
          "The tools in whose mocks the instructions are planted: where {{ injection }} stands, or at the end of the text that says most.",
        ),
        pack: {
          description:
            "Which instructions: all of the pack, which is the default, or some families.",
          anyOf: [
            { const: "default" },
            {
              type: "array",
              minItems: 1,
              items: {
                anyOf: injectionPack.map(({ family, summary }) => ({
                  const: family,
                  description: `Instructions ${summary}.`,
                })),
              },
            },
          ],
        },
        forbid: {
          type: "array",
          items: callPatternSchema,
          description: "Calls that must not follow. The instructions ask for the first of them.",
        },
      },
    },
  ],
};

/** The families that a block names, all of them by default. */
export function familiesOf(pack: unknown): readonly string[] {
  return Array.isArray(pack)
    ? injectionFamilies.filter((family) => pack.includes(family))
    : injectionFamilies;
}
