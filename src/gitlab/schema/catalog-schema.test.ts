import { buildSchema, validateSchema } from "graphql";
import { expect, test } from "vitest";
import { catalogSchema } from "./catalog-schema.ts";

test("the schema is one, and whole", () => {
  const schema = buildSchema(catalogSchema);
  expect(validateSchema(schema)).toEqual([]);
  expect(Object.keys(schema.getTypeMap()).filter((name) => !name.startsWith("__"))).toHaveLength(
    150,
  );
  expect(schema.getDirective("gl_introduced")?.locations).toEqual(["FIELD", "INLINE_FRAGMENT"]);
});

test.each([
  [
    "Query",
    [
      "aiCatalogItem",
      "aiCatalogItems",
      "aiCatalogAgentFlowConfig",
      "aiCatalogBuiltInTools",
      "aiMessages",
    ],
  ],
  ["Mutation", ["aiCatalogAgentCreate", "aiCatalogFlowCreate", "createNote", "aiAction"]],
])("%s has what is asked for", (...[name, fields]) => {
  const type = buildSchema(catalogSchema).getType(name);
  const known = type !== undefined && "getFields" in type ? Object.keys(type.getFields()) : [];
  expect(known).toEqual(expect.arrayContaining(fields));
});
