export const schemaErrors = {
  SCHEMA_INVALID: {
    kind: "usage",
    text: "A JSON Schema that a suite, a mock or a flow brings along is not one: an unknown keyword, a keyword with the wrong kind of value, a pattern that RE2 cannot read (no look-around, no back-references), a reference that leads nowhere, or more depth or size than is allowed. The message says where in the schema.",
  },
  SCHEMA_UNSUPPORTED: {
    kind: "usage",
    text: "A JSON Schema is valid, but arguments cannot be validated by it as the service validates them, with pydantic: what the service's own converter cannot build is refused here too. The message says where in the schema.",
  },
  CONFIG_INVALID: {
    kind: "usage",
    text: "flowproof.yml does not have the form that schemas/config.schema.json describes, or says two things that exclude each other. Everything in it is optional.",
  },
} as const;
