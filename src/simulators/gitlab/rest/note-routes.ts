import { json } from "../http/answers.ts";
import {
  hasRole,
  maxNoteLength,
  type MergeRequestRecord,
  type NoteRecord,
} from "../state/index.ts";
import { paged } from "./paged.ts";
import {
  mergeRequestOf,
  parametersOf,
  projectOf,
  type RestRequest,
  RestRefusal,
  restError,
  type Route,
  textIn,
} from "./rest-request.ts";

const notesPath = "projects/:id/merge_requests/:iid/notes";
const notePath = `${notesPath}/:note`;

function noteJson(note: NoteRecord, mergeRequest: MergeRequestRecord): unknown {
  const { id, author, body, type, system, internal, createdAt, updatedAt } = note;
  return {
    id,
    type,
    body,
    author: { id: author.id, username: author.username, name: author.name, state: "active" },
    created_at: createdAt,
    updated_at: updatedAt,
    system,
    noteable_id: mergeRequest.id,
    noteable_type: "MergeRequest",
    noteable_iid: mergeRequest.iid,
    resolvable: type !== null,
    internal,
    confidential: internal,
  };
}

function list(request: RestRequest): Response {
  const mergeRequest = mergeRequestOf(request);
  const { searchParams } = request.url;
  const byUpdate = searchParams.get("order_by") === "updated_at";
  const key = (note: NoteRecord): string => (byUpdate ? note.updatedAt : note.createdAt);
  const sorted = mergeRequest.notes.toSorted((a, b) => compare(key(a), key(b)) || a.id - b.id);
  if (searchParams.get("sort") !== "asc") sorted.reverse();
  return paged(
    sorted.map((note) => noteJson(note, mergeRequest)),
    request,
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function create(request: RestRequest): Response {
  const mergeRequest = mergeRequestOf(request);
  const { viewer, instance } = request;
  const { user } = viewer;
  if (user === undefined || !hasRole(viewer, projectOf(request), "guest")) {
    throw restError("403 Forbidden", 403);
  }
  const now = instance.state.now();
  const note: NoteRecord = {
    id: instance.state.nextId(),
    author: user,
    type: null,
    system: false,
    internal: parametersOf(request)["internal"] === true,
    body: bodyOf(request),
    createdAt: now,
    updatedAt: now,
  };
  mergeRequest.notes.push(note);
  return json(noteJson(note, mergeRequest), 201);
}

function update(request: RestRequest): Response {
  const mergeRequest = mergeRequestOf(request);
  const note = ownNote(request, mergeRequest);
  note.body = bodyOf(request);
  note.updatedAt = request.instance.state.now();
  return json(noteJson(note, mergeRequest));
}

function remove(request: RestRequest): Response {
  const mergeRequest = mergeRequestOf(request);
  const note = ownNote(request, mergeRequest);
  mergeRequest.notes.splice(mergeRequest.notes.indexOf(note), 1);
  return new Response(null, { status: 204 });
}

function noteOf({ params }: RestRequest, { notes }: MergeRequestRecord): NoteRecord {
  const note = notes.find(({ id }) => id === Number(params["note"]));
  if (note === undefined) throw restError("404 Note Not Found", 404);
  return note;
}

function ownNote(request: RestRequest, mergeRequest: MergeRequestRecord): NoteRecord {
  const note = noteOf(request, mergeRequest);
  const { viewer } = request;
  if (note.system) throw restError("403 Forbidden", 403);
  if (note.author === viewer.user || hasRole(viewer, projectOf(request), "maintainer")) return note;
  throw restError("403 Forbidden", 403);
}

function bodyOf(request: RestRequest): string {
  const body = textIn(parametersOf(request), "body");
  if (body === undefined) throw new RestRefusal(json({ error: "body is missing" }, 400));
  if (body.trim() === "") throw restError({ note: ["can't be blank"] }, 400);
  if (body.length > maxNoteLength) {
    throw restError({ note: [`is too long (maximum is ${maxNoteLength} characters)`] }, 400);
  }
  return body;
}

/** Notes of merge requests, which job tokens may read and not write. */
export const noteRoutes: readonly Route[] = [
  { method: "GET", path: notesPath, jobs: true, answer: list },
  { method: "POST", path: notesPath, answer: create },
  {
    method: "GET",
    path: notePath,
    jobs: true,
    answer(request) {
      const mergeRequest = mergeRequestOf(request);
      return json(noteJson(noteOf(request, mergeRequest), mergeRequest));
    },
  },
  { method: "PUT", path: notePath, answer: update },
  { method: "DELETE", path: notePath, answer: remove },
];
