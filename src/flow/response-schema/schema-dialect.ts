/** The editions of JSON Schema that the service's validator tells apart; 3 is not looked into. */
export type SchemaDialect = 3 | 4 | 6 | 7 | 2019 | 2020;

const dialects: Readonly<Record<string, SchemaDialect>> = {
  "http://json-schema.org/draft-03/schema": 3,
  "http://json-schema.org/draft-04/schema": 4,
  "http://json-schema.org/draft-06/schema": 6,
  "http://json-schema.org/draft-07/schema": 7,
  "https://json-schema.org/draft/2019-09/schema": 2019,
};

/** Without a `$schema` it is draft 7, with one that nobody knows the latest. */
export function dialectOf(url: string | undefined): SchemaDialect {
  if (url === undefined) return 7;
  const name = url.replace(/#$/, "");
  return Object.hasOwn(dialects, name) ? (dialects[name] ?? 2020) : 2020;
}
