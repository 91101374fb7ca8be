import { buildSchema, parse, validate } from "graphql";
import { expect, test } from "vitest";
import { catalogSchema } from "../gitlab/index.ts";
import * as queries from "./queries.ts";

const schema = buildSchema(catalogSchema);

test.each(Object.entries(queries))("%s fits GitLab's schema", (_, document) => {
  expect(validate(schema, parse(document)).map(({ message }) => message)).toEqual([]);
  // GitLab refuses longer ones.
  expect(document.length).toBeLessThan(10_000);
});
