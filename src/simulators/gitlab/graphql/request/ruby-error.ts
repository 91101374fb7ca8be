import type { GraphQLError } from "graphql";
import type { JsonObject } from "../../../../core/json.ts";

/** An error as GitLab writes it. */
export interface RubyError {
  readonly message: string;
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly path?: readonly (string | number)[];
  readonly extensions?: JsonObject;
}

interface Translation {
  readonly says: RegExp;
  readonly to: (...parts: readonly string[]) => Pick<RubyError, "message" | "extensions">;
}

/** What graphql-js says of a query that does not fit the schema, and what GitLab's library does. */
const translations: readonly Translation[] = [
  {
    says: /^Cannot query field "(\w+)" on type "(\w+)"/,
    to: (field = "", type = "") => ({
      message: `Field '${field}' doesn't exist on type '${type}'`,
      extensions: { code: "undefinedField", typeName: type, fieldName: field },
    }),
  },
  {
    says: /^Unknown argument "(\w+)" on field "(\w+)\.(\w+)"/,
    to: (argument = "", type = "", field = "") => ({
      message: `Field '${field}' doesn't accept argument '${argument}'`,
      extensions: {
        code: "argumentNotAccepted",
        name: field,
        typeName: type,
        argumentName: argument,
      },
    }),
  },
  {
    says: /^Field "(\w+)" argument "(\w+)" of type .* is required/,
    to: (field = "", argument = "") => ({
      message: `Field '${field}' is missing required arguments: ${argument}`,
      extensions: {
        code: "missingRequiredArguments",
        className: "Field",
        name: field,
        arguments: argument,
      },
    }),
  },
  {
    says: /^Field "(\w+)" is not defined by type "(\w+)"/,
    to: (argument = "", type = "") => ({
      message: `InputObject '${type}' doesn't accept argument '${argument}'`,
      extensions: {
        code: "argumentNotAccepted",
        name: type,
        typeName: "InputObject",
        argumentName: argument,
      },
    }),
  },
  {
    says: /^Unknown type "(\w+)"/,
    to: (type = "") => ({
      message: `No such type ${type}, so it can't be used here`,
      extensions: { code: "undefinedType", typeName: type },
    }),
  },
  {
    says: /^Variable "\$(\w+)" is never used/,
    to: (variable = "") => ({
      message: `Variable $${variable} is declared but not used`,
      extensions: { code: "variableNotUsed", variableName: variable },
    }),
  },
];

/** An error that was found before anything was executed. */
export function invalidQuery(error: GraphQLError): RubyError {
  const locations = locationsOf(error);
  for (const { says, to } of translations) {
    const match = says.exec(error.message);
    if (match !== null) return { ...to(...match.slice(1)), ...locations };
  }
  return { message: error.message, ...locations, extensions: { code: "invalidQuery" } };
}

/** An error of a variable or of a field. */
export function failedField(error: GraphQLError): RubyError {
  // Of a value that its scalar refused, what the scalar says is the message.
  const refused = error.originalError ?? undefined;
  const message = refused === undefined ? error.message : refused.message;
  return {
    message,
    ...locationsOf(error),
    ...(error.path !== undefined && { path: error.path }),
  };
}

function locationsOf({ locations }: GraphQLError): Pick<RubyError, "locations"> {
  return locations === undefined ? {} : { locations };
}
