import { createRequire } from "node:module";
import type * as draft07 from "ajv";
import type * as draft2020 from "ajv/dist/2020.js";
import { compilePattern } from "../linear-pattern.ts";
import type { SchemaDialect } from "./keywords.ts";

type AnyAjv = draft07.Ajv | draft2020.Ajv2020;

const load = createRequire(import.meta.url);

/** Users' schemas are rare and ajv is large, so it loads with the first of them. */
function createAjv(dialect: SchemaDialect, options: draft07.Options): AnyAjv {
  if (dialect === "draft-07") {
    const { Ajv }: typeof draft07 = load("ajv");
    return new Ajv(options);
  }
  const { Ajv2020 }: typeof draft2020 = load("ajv/dist/2020.js");
  return new Ajv2020(options);
}

const metaAjvs = new Map<SchemaDialect, AnyAjv>();

/** Holds schemas against the dialect's own schema, which takes longer to compile than most others. */
export function metaAjv(dialect: SchemaDialect): AnyAjv {
  const ajv = metaAjvs.get(dialect) ?? createAjv(dialect, { strict: false, logger: false });
  metaAjvs.set(dialect, ajv);
  return ajv;
}

/** For one schema only: an instance keeps everything that it ever compiled. */
export function compilingAjv(dialect: SchemaDialect): AnyAjv {
  return createAjv(dialect, {
    meta: false,
    validateSchema: false,
    strict: false,
    logger: false,
    validateFormats: false,
    code: { regExp },
  });
}

/** ajv keeps patterns apart by their text, and names the engine only in code that it would print. */
const regExp = Object.assign(
  (pattern: string) => ({ ...compilePattern(pattern), toString: () => pattern }),
  { code: "compilePattern" },
);
