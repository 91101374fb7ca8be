import type { JsonObject } from "../../../../core/json.ts";
import {
  hasRole,
  maxNoteLength,
  type MergeRequestRecord,
  type NoteRecord,
  type ProjectRecord,
} from "../../state/index.ts";
import type { GraphqlContext, Lazy } from "../context.ts";
import { denied } from "../denied.ts";
import { numberOf } from "../schema/index.ts";
import { mutation, refuse, type Result, textOf } from "./mutation.ts";

interface Found {
  readonly project: ProjectRecord;
  readonly mergeRequest: MergeRequestRecord;
}

function* mergeRequests({ state }: GraphqlContext): Generator<Found> {
  for (const project of state.projects.values()) {
    for (const mergeRequest of project.mergeRequests.values()) yield { project, mergeRequest };
  }
}

function create(input: JsonObject, context: GraphqlContext): Result {
  const { state, viewer, views } = context;
  const id = numberOf(input["noteableId"]);
  const found = [...mergeRequests(context)].find(({ mergeRequest }) => mergeRequest.id === id);
  const { user } = viewer;
  if (found === undefined || user === undefined) throw denied();
  if (!hasRole(viewer, found.project, "guest")) throw denied();
  const body = checkBody(textOf(input, "body"));
  const now = state.now();
  const note: NoteRecord = {
    id: state.nextId(),
    author: user,
    type: null,
    system: false,
    internal: input["internal"] === true,
    body,
    createdAt: now,
    updatedAt: now,
  };
  found.mergeRequest.notes.push(note);
  return { note: views.note(note) };
}

function update(input: JsonObject, context: GraphqlContext): Result {
  const { note } = own(input, context);
  note.body = checkBody(textOf(input, "body") ?? note.body);
  note.updatedAt = context.state.now();
  return { note: context.views.note(note) };
}

function destroy(input: JsonObject, context: GraphqlContext): Result {
  const { note, mergeRequest } = own(input, context);
  mergeRequest.notes.splice(mergeRequest.notes.indexOf(note), 1);
  return { note: null };
}

function checkBody(body = ""): string {
  refuse(body.trim() === "" ? ["Note can't be blank"] : []);
  refuse(body.length > maxNoteLength ? ["Note is too long (maximum is 1000000 characters)"] : []);
  return body;
}

function own(input: JsonObject, context: GraphqlContext): Found & { readonly note: NoteRecord } {
  const id = numberOf(input["id"]);
  for (const found of mergeRequests(context)) {
    const note = found.mergeRequest.notes.find((each) => each.id === id);
    const isOwn = note !== undefined && note.author === context.viewer.user;
    if (note !== undefined && (isOwn || hasRole(context.viewer, found.project, "maintainer"))) {
      return { ...found, note };
    }
  }
  throw denied();
}

/** Notes of merge requests. */
export const noteMutations: Readonly<Record<string, Lazy>> = {
  createNote: mutation(create, { note: null }),
  updateNote: mutation(update, { note: null }),
  destroyNote: mutation(destroy, { note: null }),
};
