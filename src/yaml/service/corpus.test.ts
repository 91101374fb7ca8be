import { expect } from "vitest";
import { corpusTest, readCorpus } from "../../../fixtures/corpus.ts";
import { pyFloatRepr } from "../../core/python/py-float-repr.ts";
import { PyFloat } from "../../core/python/py-float.ts";
import { pyRepr } from "../../core/python/py-repr.ts";
import { isPyDict, isPyList, type PyValue } from "../../core/python/py-value.ts";
import { readServiceYaml } from "./read-service-yaml.ts";

/** A value as PyYAML gave it: a type and its printed form, or its parts. */
type Recorded =
  | { readonly t: "map"; readonly v: readonly (readonly [Recorded, Recorded])[] }
  | { readonly t: "seq"; readonly v: readonly Recorded[] }
  | { readonly t: Plain; readonly v: string | boolean };

type Plain =
  | "str"
  | "int"
  | "float"
  | "bool"
  | "null"
  | "date"
  | "datetime"
  | "bytes"
  | "set"
  | "ERROR";

interface Corpus {
  readonly scalars: readonly { readonly scalar: string; readonly pyyaml: Recorded }[];
  readonly documents: readonly {
    readonly name: string;
    readonly doc: string;
    readonly pyyaml: Recorded;
  }[];
}

/** Where our reading differs on purpose, and why. Dates are not here: they are errors everywhere. */
const exceptions = new Map([
  ["!!binary aGVsbG8=", "bytes have no place in a flow; the text is kept, with a warning"],
  ["binary_bad", "bytes have no place in a flow; the text is kept, with a warning"],
  ["!!set {a}", "a set becomes the list of its members"],
  ["set_tag", "a set becomes the list of its members"],
  ["int_key", 'a dict holds strings as keys here: 1 and "1" are one'],
]);

function recorded(value: Recorded): unknown {
  if (value.t === "map") return { map: value.v.map(([key, item]) => [keyOf(key), recorded(item)]) };
  if (value.t === "seq") return value.v.map(recorded);
  if (value.t === "date" || value.t === "datetime") return "timestamp";
  return value.t === "null" ? value.t : `${value.t} ${value.v}`;
}

function keyOf(key: Recorded): string {
  if (key.t === "map" || key.t === "seq") throw new TypeError("Python has no such key");
  if (key.t === "null") return "None";
  return typeof key.v === "boolean" ? pyRepr(key.v) : key.v;
}

function ours(value: PyValue): unknown {
  if (value === null) return "null";
  if (value instanceof PyFloat) return `float ${pyFloatRepr(value.value)}`;
  if (isPyDict(value)) return { map: [...value].map(([key, item]) => [key, ours(item)]) };
  if (isPyList(value)) return value.map(ours);
  if (typeof value === "string") return `str ${value}`;
  return typeof value === "boolean" ? `bool ${value}` : `int ${value}`;
}

/** A date is read as its text, and is an error, so it cannot be compared as a value. */
function read(source: string): unknown {
  const { value, problems } = readServiceYaml(source, "corpus.yml");
  const codes = problems.filter(({ severity }) => severity === "error").map(({ code }) => code);
  if (codes.length === 0) return ours(value ?? null);
  return codes.every((code) => code === "date") ? "timestamp" : "ERROR";
}

function expected(value: Recorded): unknown {
  if (value.t === "ERROR") return "ERROR";
  return JSON.stringify(value).includes('"t":"date') ? "timestamp" : recorded(value);
}

function same(actual: unknown, wanted: unknown): boolean {
  return JSON.stringify(actual) === JSON.stringify(wanted);
}

function differences(corpus: Corpus): readonly string[] {
  const cases = [
    ...corpus.scalars.map(({ scalar, pyyaml }) => ({
      name: scalar,
      doc: `k: ${scalar}\n`,
      pyyaml,
    })),
    // Some recorded documents are cut where they are long, so that they are others than were read.
    ...corpus.documents.filter(({ doc }) => !doc.includes("…")),
  ];
  expect(cases.length).toBeGreaterThan(300);
  return cases
    .filter(({ doc, pyyaml }) => !same(read(doc), expected(pyyaml)))
    .map((each) => each.name);
}

function compare(): void {
  const corpus: Corpus = JSON.parse(readCorpus("yaml-scalars.json"));
  expect(differences(corpus).toSorted()).toEqual([...exceptions.keys()].toSorted());
}

corpusTest("every recorded scalar and document reads as PyYAML read it", compare);
