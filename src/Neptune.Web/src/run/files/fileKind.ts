/** How the content of a file is shown. */
export type FileKind = 'picture' | 'page' | 'table' | 'json' | 'zip' | 'video' | 'sound' | 'text';

const kinds: Record<FileKind, string> = {
  picture: 'png jpg jpeg gif webp bmp svg',
  page: 'html htm',
  table: 'csv tsv',
  json: 'json ipynb',
  zip: 'zip',
  video: 'mp4 webm',
  sound: 'mp3 wav ogg',
  text: '',
};
const kindOf = new Map(Object.entries(kinds).flatMap(([kind, ends]) => ends.split(' ').map((end) => [end, kind as FileKind])));

/** By the end of the name; what is none of the others is looked at as text, which tells whether it is one. */
export function fileKind(extension: string | undefined): FileKind {
  return kindOf.get((extension ?? '').toLowerCase().replace(/^\./, '')) ?? 'text';
}

/** By the media type that the server gives a preview: it knows the extension where the name, which is for people, has none. */
export function kindOfType(mediaType: string): FileKind {
  if (mediaType.startsWith('image/')) return 'picture';
  if (mediaType.startsWith('video/')) return 'video';
  if (mediaType.startsWith('audio/')) return 'sound';
  return mediaType.startsWith('text/html') ? 'page' : 'text';
}

export function extensionOf(name: string): string {
  const file = name.slice(name.lastIndexOf('/') + 1);
  const dot = file.lastIndexOf('.');
  return dot < 0 ? '' : file.slice(dot + 1);
}
