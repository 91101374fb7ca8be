import { expect, test } from "vitest";
import { AppError, AppErrors } from "../../core/errors/app-error.ts";
import { parseFetchRequests } from "./fetch-request.ts";

const planner = { reference: "duo_planner", id: "gid://gitlab/Ai::Catalog::Item/348" };
const seven = { reference: undefined, id: "gid://gitlab/Ai::Catalog::Item/7" };

test.each([
  ["duo_planner:348", [planner]],
  ["duo_planner:348, 7", [planner, seven]],
  ["duo_planner:gid://gitlab/Ai::Catalog::Item/348,7,", [planner, seven]],
])("%s", (text, requests) => {
  expect(parseFetchRequests(text)).toEqual(requests);
});

test.each([
  ["", ["the list of items is empty"]],
  [" , ", ["the list of items is empty"]],
  ["Planner:348", ['"Planner:348" names no item']],
  ["a:1,b:x,../c:2", ['"b:x" names no item', '"../c:2" names no item']],
  ["a:1,a:2", ['"a" is named twice']],
  ["a:1,b:1", ['"1" is named twice']],
  ["duo_planner 348", ['"duo_planner 348" names no item']],
])("%j is refused", (text, messages) => {
  try {
    parseFetchRequests(text);
    expect.unreachable();
  } catch (error) {
    const errors = error instanceof AppErrors ? error.errors : [error];
    expect(errors.map((each) => (each instanceof AppError ? each.message : each))).toEqual(
      messages,
    );
  }
});
