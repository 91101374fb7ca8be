import type { JsonObject } from "../../core/json.ts";
import { where } from "./conditional.ts";

/** One entry of `routers`; `inputForms` are the forms in which a condition may say what it reads. */
export function routerDefinitions(
  reservedNames: readonly string[],
  inputForms: readonly JsonObject[],
): JsonObject {
  return {
    router: {
      type: "object",
      required: ["from"],
      properties: {
        from: {
          type: "string",
          description:
            "Name of the component that has ended, other than `end` and `abort`. Each has one router.",
          not: { enum: reservedNames },
        },
        to: { description: "Name of the component that follows, or `end` or `abort`." },
        condition: { description: "Goes where a value says. With it, `to` is ignored." },
      },
      ...where(
        { condition: {} },
        { properties: { condition: { $ref: "#/$defs/condition" } } },
        { required: ["to"], properties: { to: { $ref: "#/$defs/target" } } },
      ),
    },
    condition: {
      type: "object",
      required: ["input", "routes"],
      properties: {
        input: {
          description:
            "The value that decides: `context:<component>.final_answer.<field>`, `status`.",
          anyOf: inputForms,
        },
        routes: {
          type: "object",
          description:
            "Components by value; `default_route` for any other. Values are compared as Python prints them: write `'True'`, `'None'` or `'1'`, in quotes.",
          properties: { default_route: { $ref: "#/$defs/target" } },
          additionalProperties: { $ref: "#/$defs/target" },
        },
      },
    },
    target: { type: "string", description: "Name of a component, or `end` or `abort`." },
  };
}
