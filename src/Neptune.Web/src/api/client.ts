import { Problem } from './problem';

export type QueryValue = string | number | boolean | undefined | readonly string[];

/** The address of a resource below api/v2, under whatever prefix the app is served. */
export function apiUrl(path: string, query: Record<string, QueryValue> = {}): string {
  const url = new URL(`api/v2/${path}`, document.baseURI);
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) url.searchParams.append(name, String(one));
  }
  return url.href;
}

/** The path of a project's resource; `project` is "workspace/name". */
export function projectPath(project: string, rest: string): string {
  return `projects/${project.split('/').map(encodeURIComponent).join('/')}/${rest}`;
}

export function objectPath(project: string, id: string, rest = ''): string {
  return projectPath(project, `objects/${encodeURIComponent(id)}${rest && `/${rest}`}`);
}

async function send(url: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { credentials: 'same-origin', ...init });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw Problem.unreachable(error);
  }
  if (!response.ok) throw await Problem.from(response);
  return response;
}

function change(method: string, path: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  return send(apiUrl(path), {
    method,
    signal,
    headers: { 'Content-Type': 'application/json', 'X-Neptune': '1' },
    body: JSON.stringify(body),
  });
}

export async function getJson<T>(path: string, query?: Record<string, QueryValue>, signal?: AbortSignal): Promise<T> {
  return (await send(apiUrl(path, query), { signal, headers: { Accept: 'application/json' } })).json();
}

export async function postJson<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  const response = await change('POST', path, body, signal);
  return response.status === 204 ? (undefined as T) : response.json();
}

export async function patchJson<T>(path: string, body: unknown): Promise<T> {
  return (await change('PATCH', path, body)).json();
}

export async function postForBytes(path: string, body: unknown, signal?: AbortSignal): Promise<ArrayBuffer> {
  return (await change('POST', path, body, signal)).arrayBuffer();
}
