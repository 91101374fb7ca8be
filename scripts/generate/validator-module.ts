import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import type { Format } from "./format.ts";

/** The module that validates a format without compiling anything when it runs. */
export function validatorModule({ id, schema }: Format): string {
  const code = compile(schema);
  const [exports = "", name = ""] = exportLines.exec(code) ?? [];
  if (name === "") throw new TypeError("ajv's code exports its validator in an unexpected way");
  return `// @ts-nocheck -- generated from the schema of the format "${id}"
import type { FormatValidator } from "../format-validator.ts";
${importRuntime(code.slice(exports.length))}
export const validate: FormatValidator["validate"] = ${name};
export const schema: FormatValidator["schema"] = ${JSON.stringify(schema, null, 2)};
`;
}

const exportLines = /^"use strict";\s*export const validate = (\w+);\s*export default \w+;/;

function compile(schema: Format["schema"]): string {
  const is2020 = JSON.stringify(schema["$schema"] ?? "").includes("2020-12");
  const ajv = new (is2020 ? Ajv2020 : Ajv)({
    code: { source: true, esm: true, lines: true },
    inlineRefs: false,
    strictTypes: false,
    strictRequired: false,
  });
  return standalone.default(ajv, ajv.compile(schema));
}

/** What ajv's code still takes from ajv is written as require, which an ES module does not have. */
function importRuntime(code: string): string {
  const imports: string[] = [];
  const body = code.replace(
    /^const (\w+) = require\("(ajv\/dist\/runtime\/\w+)"\)\.default;$/gm,
    (_, name: string, path: string) => {
      imports.push(`import ${name}Module from "${path}.js";`);
      // Node wraps a CommonJS default in another one; bundlers and Vitest take the wrapping off.
      return `const ${name} = ${name}Module.default ?? ${name}Module;`;
    },
  );
  if (body.includes("require(")) throw new TypeError("ajv's code requires something unexpected");
  return [...imports, body].join("\n");
}
