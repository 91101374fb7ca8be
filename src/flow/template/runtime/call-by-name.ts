import { bindArguments, refuseTaken } from "../callable/bind-arguments.ts";
import type { Call, CallHost, Filter, Test } from "../callable/callable.ts";
import type { CallableRequest } from "../program/run.ts";
import { raise } from "../python-exception.ts";
import { keyOf } from "../values/dict.ts";
import { isText, plain } from "../values/kinds.ts";
import { reprOf } from "../values/repr.ts";
import { undefinedMessage } from "../values/undefined.ts";
import { Undefined, type Value } from "../values/value.ts";
import type { TemplateVocabulary } from "../vocabulary.ts";

/** Applies the filter of a name to a value. */
export function callFilter(
  request: CallableRequest,
  host: CallHost,
  vocabulary: TemplateVocabulary,
): Value {
  const filter = vocabulary.filters.get(request.name) ?? failUnknown("filter", request.name, host);
  return filter.apply(callOf(filter, request, { host, vocabulary }));
}

/** Applies the test of a name to a value. */
export function callTest(
  request: CallableRequest,
  host: CallHost,
  vocabulary: TemplateVocabulary,
): boolean {
  const test = vocabulary.tests.get(request.name) ?? failUnknown("test", request.name, host);
  return test.check(callOf(test, request, { host, vocabulary }));
}

interface CallPlace {
  readonly host: CallHost;
  readonly vocabulary: TemplateVocabulary;
}

function callOf(
  { id, parameters, unnamed }: Filter | Test,
  request: CallableRequest,
  { host, vocabulary }: CallPlace,
): Call {
  const { input, positional, keywords, context } = request;
  host.budget.charge(1 + positional.length + keywords.size);
  const bound =
    "taken" in parameters
      ? refuseTaken(id, parameters, keywords)
      : bindArguments({ id, parameters, unnamed }, request);
  return {
    input,
    positional,
    keywords,
    host,
    escapes: context.escaping.on,
    argument: (name) => bound.get(name) ?? null,
    applyFilter(name, item, args) {
      const known = nameOf("filter", name, { host, vocabulary });
      return callFilter({ ...args, name: known, input: item, context }, host, vocabulary);
    },
    applyTest(name, item, args) {
      const known = nameOf("test", name, { host, vocabulary });
      return callTest({ ...args, name: known, input: item, context }, host, vocabulary);
    },
  };
}

/** The name of a filter or test that is given as a value. */
function nameOf(what: "filter" | "test", name: Value, { host, vocabulary }: CallPlace): string {
  keyOf(name);
  const known = what === "filter" ? vocabulary.filters : vocabulary.tests;
  return isText(name) && known.has(plain(name)) ? plain(name) : failUnknown(what, name, host);
}

function failUnknown(what: string, name: Value, { budget }: CallHost): never {
  const message = `No ${what} named ${reprOf(name, budget)}.`;
  if (!(name instanceof Undefined)) return raise("TemplateRuntimeError", message);
  const reason = undefinedMessage(name, budget);
  return raise(
    "TemplateRuntimeError",
    `${message} (${reason}; did you forget to quote the callable name?)`,
  );
}
