import { json } from "../http/answers.ts";
import type { Fault, FaultSetting } from "./fault.ts";

const isGraphql = (setting: FaultSetting): boolean => setting.isGraphql;

/** Answers of the GraphQL endpoint whose status says that all is well. */
export const graphqlFaults: readonly Fault[] = [
  {
    id: "no-permission",
    summary: "200 with the error for what does not exist or is not allowed",
    applies: isGraphql,
    spoil: async ({ answer }) => {
      const message =
        "The resource that you are attempting to access does not exist or you don't have permission to perform this action";
      const data = await emptied(answer);
      return json({ data, errors: [{ message, path: Object.keys(data) }] });
    },
  },
  {
    id: "nothing-there",
    summary: "200 in which everything asked for is null",
    applies: isGraphql,
    spoil: async ({ answer }) => json({ data: await emptied(answer) }),
  },
  {
    id: "no-data",
    summary: "200 whose data is null, without an error",
    applies: isGraphql,
    spoil: () => json({ data: null }),
  },
  {
    id: "unknown-field",
    summary: "200 with an error of the schema, as from an older or newer GitLab",
    applies: isGraphql,
    spoil: () =>
      json({
        errors: [
          {
            message: "Field 'aiCatalogItem' doesn't exist on type 'Query'",
            locations: [{ line: 1, column: 1 }],
            extensions: {
              code: "undefinedField",
              typeName: "Query",
              fieldName: "aiCatalogItem",
            },
          },
        ],
      }),
  },
  {
    id: "too-complex",
    summary: "200 with the error for a query that is too complex",
    applies: isGraphql,
    spoil: () => failed("Query has complexity of 251, which exceeds max complexity of 250"),
  },
  {
    id: "slow-query",
    summary: "200 with the error for a query that took too long",
    applies: isGraphql,
    spoil: () =>
      failed("Request timed out. Please try a less complex query or a smaller set of records."),
  },
  {
    id: "read-only",
    summary: "maintenance mode: reading works, a change is refused",
    applies: ({ isWrite }) => isWrite,
    spoil: ({ isGraphql: graphql }) =>
      graphql
        ? failed("You cannot perform write operations on a read-only instance")
        : json({ message: "GitLab Maintenance: system is in maintenance mode" }, 503, {
            "retry-after": "900",
          }),
  },
];

function failed(message: string): Response {
  return json({ errors: [{ message }] });
}

/** The data of an answer with every field of it null. */
async function emptied(answer: FaultSetting["answer"]): Promise<Readonly<Record<string, null>>> {
  const body: unknown = await (await answer()).json();
  const data = typeof body === "object" && body !== null && "data" in body ? body.data : undefined;
  const names = typeof data === "object" && data !== null ? Object.keys(data) : [];
  return Object.fromEntries(names.map((name) => [name, null]));
}
