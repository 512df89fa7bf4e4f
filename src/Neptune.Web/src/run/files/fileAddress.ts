import { apiUrl, objectPath } from '../../api/client';

/** One content in the fields of an object: a file, one of a set or a zip, or one of a file series. */
export interface FileAddress {
  project: string;
  id: string;
  path: string;
  entry?: string;
  step?: number;
  /** Of the content: a preview is drawn again when it changes. */
  hash?: string;
}

export function downloadUrl({ project, id, path, entry, step }: FileAddress): string {
  return apiUrl(objectPath(project, id, 'files'), { path, entry, step, download: true });
}

/** What may be framed or drawn: the server gives it no origin. */
export function previewUrl({ project, id, path, entry, step, hash }: FileAddress): string {
  return apiUrl(objectPath(project, id, 'files'), { path, entry, step, preview: true, v: hash?.slice(0, 16) });
}
